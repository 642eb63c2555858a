"""What becomes of a plan: owners say how their actions stand, are reminded, and the plan ends only when all is done."""

from datetime import date

import pytest

from casereview.cases.plan import answer_to, progress
from casereview.people.viewer import for_person
from casereview.process import Invalid, NotAllowed, NotOpen
from casereview.wording.dates import long_date
from tests.rooms.steps.plan.conftest import SENT, letters, update

DUE = date(2026, 12, 10)  # a Thursday
DONE = date(2026, 12, 18)  # a Friday


def refused(world, **answers):
    with pytest.raises(Invalid) as refusal:
        update(world, **answers)
    return set(refusal.value.form.errors)


def test_nothing_is_said_of_an_action_before_the_plan_is_sent(reviewed):
    reviewed.agree()
    with pytest.raises(NotOpen, match="has not been sent"):
        update(reviewed)


def test_what_is_done_has_evidence_and_words_for_the_applicant(sent):
    assert refused(sent, evidence="") == {"evidence"}
    assert refused(sent, told="") == {"told"}
    update(sent)
    assert [(each.number, each.status) for each in progress(sent.now(DUE))] == [(1, "done"), (2, "agreed")]
    assert refused(sent) == {"action"}  # what is done is done


def test_what_is_late_has_a_new_date_that_is_to_come(sent):
    late = {"status": "late", "told": "Our officer is ill."}
    assert refused(sent, **late) == {"new_due"}
    assert refused(sent, **late, new_due="2026-12-09") == {"new_due"}
    update(sent, **late, new_due="2026-12-21")
    [action, _other] = progress(sent.now(DUE))
    assert (action.due, action.status, action.days_late(date(2026, 12, 23))) == (
        date(2026, 12, 21),
        "late",
        2,
    )


def test_under_way_needs_no_words_and_sends_no_letter(sent):
    update(sent, status="under_way", told="", evidence="")
    assert letters("plan_progress") == []
    assert progress(sent.now(DUE))[0].status == "under_way"


def test_the_applicant_is_written_to_of_what_is_done_late_or_blocked(sent):
    update(sent, status="blocked", told="The flat is empty.")
    update(sent, status="late", told="Our officer is ill.", new_due="2026-12-21")
    update(sent)
    blocked, late, done = (letter.prose.replace("\\", "") for letter in letters("plan_progress"))
    assert "cannot go on for now" in blocked
    assert "The flat is empty" in blocked
    assert "Monday 21 December 2026" in late
    assert "We visited" in done
    assert "Somebody will speak to the people above you" in done
    assert "Visit log" not in blocked + late + done


def test_an_officer_speaks_for_their_body_alone(sent):
    police, council = sent.police.holder, sent.council.holder
    update(sent, viewer=sent.officer, body=police)
    with pytest.raises(Invalid):
        update(sent, action=2, viewer=sent.officer, body=police)
    for viewer, body in (
        (sent.officer, council),
        (sent.officer, ""),
        (sent.applicant, ""),
        (sent.stranger, ""),
    ):
        with pytest.raises(NotAllowed):
            update(sent, action=2, viewer=viewer, body=body)
    update(sent, action=2, viewer=sent.other_officer, body=council)


def test_evidence_stays_with_body_and_office_and_the_applicant_reads_their_words(sent):
    update(sent)
    fact = sent.now(DUE).latest("action_done")

    def read(viewer):
        record = sent.now(DUE, viewer)
        return record.said(fact, "evidence"), record.said(fact, "for_applicant")

    assert read(sent.applicant) == ("", "We visited.")
    assert read(sent.officer) == ("Visit log 17", "")
    assert read(sent.other_officer) == ("", "")


def test_a_recommendation_is_answered_by_its_addressee(sent):
    answer = {
        "recommendation": "1",
        "answer": "partly",
        "reasons": "We will for flats",
        "given_by": "A. Head",
    }
    with pytest.raises(Invalid):
        sent.take("answer_recommendation", sent.officer, SENT, body=sent.police.holder, **answer)
    sent.take("answer_recommendation", sent.other_officer, SENT, body=sent.council.holder, **answer)
    assert answer_to(sent.now(), 1).codes["reply"] == "partly"


def test_the_plan_is_completed_only_when_all_is_done_and_the_applicant_was_asked(sent):
    complete = {"for_applicant": "Both have been to see them."}
    update(sent)
    with pytest.raises(NotOpen, match="1 action is still open"):
        sent.take("complete_plan", today=DUE, **complete)
    update(sent, action=2)
    with pytest.raises(NotOpen, match="has not been asked"):
        sent.take("complete_plan", today=DUE, **complete)
    sent.take("ask_applicant", today=DUE, how="talk", stopped="yes", notes="Quiet since Sunday")
    sent.take("complete_plan", today=DUE, **complete)
    assert sent.now(DUE).has("plan_completed")


def test_a_plan_may_be_completed_though_it_has_not_stopped_but_not_without_a_reason(sent):
    update(sent)
    update(sent, action=2)
    sent.take("ask_applicant", today=DUE, how="letter")
    sent.post(DUE)
    assert "has stopped" in letters("has_it_stopped")[0].prose
    with pytest.raises(Invalid) as refusal:
        sent.take("complete_plan", today=DUE, for_applicant="x")
    assert "not answered" in str(refusal.value.form.fields["although"].help_text)
    sent.take("say_whether_stopped", sent.applicant, DUE, stopped="no", notes="Every night")
    with pytest.raises(Invalid) as refusal:
        sent.take("complete_plan", today=DUE, for_applicant="x")
    assert "not stopped" in str(refusal.value.form.fields["although"].help_text)
    sent.take("complete_plan", today=DUE, for_applicant="x", although="A new application is being made")


def test_an_action_that_was_dropped_after_sending_holds_the_plan_open_until_it_is_sent_anew(sent):
    update(sent)
    part = str(progress(sent.now(DUE))[1].agreed.id)
    sent.take("drop_action", today=DUE, part=part, reason="The flat is empty")
    sent.take("ask_applicant", today=DUE, how="talk", stopped="yes")
    with pytest.raises(NotOpen, match="has changed since"):
        sent.take("complete_plan", today=DUE, for_applicant="x")
    sent.settle(today=DUE, changes="Nobody lives there any more")
    sent.take("complete_plan", today=DUE, for_applicant="x")


@pytest.mark.parametrize(
    ("contact", "served", "last"),
    [
        # By e-mail it is there the same day: 14 days after Friday 18 December.
        ({"method": "email", "value": "r@example.org", "seen_by_others": "no"}, DONE, date(2027, 1, 1)),
        # On their own page it counts from the day on which they open it, here Sunday 27 December.
        ({"method": "applicant_calls", "value": ""}, date(2026, 12, 27), date(2027, 1, 10)),
    ],
)
def test_the_last_day_to_appeal_is_14_days_after_the_notice_is_served(bare, contact, served, last):
    world = bare
    person = {"id": "robin", "roles": ["applicant", "victim"], "name": "Robin", "contacts": [contact]}
    world.begin(people=[person])
    applicant = world.now(SENT).applicant
    world.held()
    world.signed()
    world.agree()
    world.settle()
    update(world, today=DONE)
    world.take("ask_applicant", today=DONE, how="talk", stopped="yes")
    world.take("complete_plan", today=DONE, for_applicant="Done")
    world.post(DONE)
    letter = letters("plan_completed")[-1]
    if served != DONE:
        assert not [run for run in world.now(DONE).deadlines if run.clock == "appeal"]
        viewer = for_person(applicant.pk, "durham")
        world.take("letter_read", viewer, served, letter=str(letter.letter_id))
    [run] = [run for run in world.now(served).deadlines if run.clock == "appeal"]
    assert (run.started_on, run.due) == (served, last)
    assert world.now(DONE).has("completion_notice_sent")
    if served == DONE:
        assert long_date(last) in letter.prose  # Friday 1 January 2027
    for today, why in ((last, "last day to appeal is"), (date(2027, 1, 11), "")):
        if why:
            with pytest.raises(NotOpen, match=why):
                world.take("close", today=today)
        else:
            world.take("close", today=today)

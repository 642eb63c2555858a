"""The plan goes out in writing inside five working days, as it was settled, and only once the minutes are signed."""

from datetime import date

import pytest

from casereview.cases.models import Access
from casereview.cases.plan import settled
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.letters.models import SentLetter
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.rooms.steps.plan.conftest import SENT, SIGNED

TOO_EARLY = date(2026, 12, 2)  # four working days after the meeting: the last day for comments


def letters(world, code):
    with acting(SYSTEM):
        return list(SentLetter.objects.filter(letter__code=code).order_by("fact__number"))


def run(world, clock, today=SENT):
    return next(run for run in world.now(today).deadlines if run.clock == clock)


def test_nothing_leaves_before_the_minutes_are_signed(bare):
    bare.held()
    bare.agree()
    for step in ("draft_plan", "send_plan"):
        with pytest.raises(NotOpen, match="not signed"):
            bare.take(step, outcome="x", considered="x", finding_1="x", early="x")
    bare.signed()
    bare.take("draft_plan", outcome="More can be done")
    assert bare.now().has("plan_drafted")


def test_a_later_version_of_the_minutes_must_be_signed_too(reviewed):
    reviewed.happened("minutes_written", SIGNED)
    with pytest.raises(NotOpen, match="as they are now"):
        reviewed.take("draft_plan", outcome="x")
    reviewed.happened("minutes_signed", SIGNED)
    reviewed.take("draft_plan", outcome="x")


def test_the_applicant_has_until_the_fourth_working_day_and_silence_delays_nothing(reviewed):
    reviewed.agree()
    reviewed.take("draft_plan", outcome="More can be done")
    assert (run(reviewed, "plan_draft").due, run(reviewed, "plan_draft").stopped_on) == (
        date(2026, 11, 30),
        SIGNED,
    )
    assert run(reviewed, "plan_comments").due == TOO_EARLY
    early = {"considered": "x", "finding_1": "x", "outcome": "x"}
    with pytest.raises(Invalid) as refused:
        reviewed.take("send_plan", today=TOO_EARLY, **early)
    assert "early" in refused.value.form.errors
    assert "2 December 2026" in str(refused.value.form.fields["early"].help_text)
    reviewed.settle()
    assert reviewed.now().has("plan_sent")
    assert not run(reviewed, "plan_comments").is_open  # nothing is asked of them any more


def test_once_they_have_commented_nobody_waits_for_the_day(reviewed):
    reviewed.agree()
    reviewed.take("draft_plan", outcome="x")
    reviewed.take("comment_on_plan", reviewed.applicant, comments="Please no visit on Fridays")
    assert (
        reviewed.now(viewer=reviewed.applicant)
        .said(reviewed.now().latest("plan_commented"), "comments")
        .startswith("Please")
    )
    reviewed.settle(today=SIGNED)
    with pytest.raises(NotOpen, match="has been sent"):
        reviewed.take("comment_on_plan", reviewed.applicant, comments="And not on Mondays")


def test_no_comment_before_a_draft_and_none_for_somebody_else(reviewed):
    with pytest.raises(NotOpen, match="no draft"):
        reviewed.take("comment_on_plan", reviewed.applicant, comments="x")
    reviewed.take("draft_plan", outcome="x")
    with pytest.raises(NotAllowed):
        reviewed.take("comment_on_plan", reviewed.officer, comments="x")


def test_a_plan_without_a_draft_needs_a_reason(reviewed):
    reviewed.agree()
    answers = {"considered": "x", "finding_1": "x", "outcome": "x"}
    with pytest.raises(Invalid) as refused:
        reviewed.take("send_plan", today=SENT, **answers)
    assert list(refused.value.form.errors) == ["early"]
    reviewed.settle(early="The area’s computers were down")


def test_each_issue_that_was_raised_gets_its_finding(reviewed):
    reviewed.agree()
    with pytest.raises(Invalid) as refused:
        reviewed.settle(finding_1="")
    assert "finding_1" in refused.value.form.errors
    reviewed.settle()
    told = reviewed.now(viewer=reviewed.applicant).said(settled(reviewed.now()), "findings")
    assert told == [{"issue": "Shouting and banging", "finding": "It goes on"}]


def test_a_review_without_action_says_which_powers_each_body_considered(reviewed):
    bodies = (reviewed.police, reviewed.council, reviewed.health)
    with pytest.raises(Invalid) as refused:
        reviewed.settle()
    assert {f"powers_{body.pk}" for body in bodies} <= set(refused.value.form.errors)
    powers = {f"powers_{body.pk}": f"{body.name} considered a notice" for body in bodies}
    reviewed.settle(**powers)
    [letter] = letters(reviewed, "plan")
    assert "No action was agreed" in letter.prose
    assert "The board considered a notice" in letter.prose


def test_the_clock_stops_when_the_letter_has_gone_not_when_it_is_queued(reviewed):
    reviewed.agree()
    reviewed.take("send_plan", today=SENT, considered="x", finding_1="x", outcome="x", early="x")
    assert run(reviewed, "plan").is_open
    assert run(reviewed, "plan").due == SENT
    reviewed.post(SENT)
    assert run(reviewed, "plan").stopped_on == SENT


def test_the_applicant_is_sent_outcome_actions_and_recommendations_and_no_inside_word(reviewed):
    reviewed.agree()
    reviewed.recommend()
    reviewed.recommend(body="", addressee="The head of Northfield School", told="The school could help.")
    reviewed.settle()
    [letter] = letters(reviewed, "plan")
    for word in (
        "More can be done",
        "What each body holds",
        "Somebody will speak to the people above you",
        "Who does it: The police",
        "By: Thursday 10 December 2026",
        "The council should look at how it lets flats",
        "To: The head of Northfield School",
        "The last day to appeal is not yet fixed; you may appeal now",
        "14 days after our letter",
    ):
        assert word in letter.prose.replace("\\", ""), word
    for inside in ("interpreter", "Jo Hale", "jo.hale", "No report for a month", "letting rules"):
        assert inside not in letter.prose


def test_each_body_is_written_to_of_its_own_alone(reviewed):
    reviewed.agree(what="The visit by the police")
    reviewed.agree(body=reviewed.council, what="The letter of the council")
    reviewed.recommend()
    reviewed.settle()
    told = {letter.to: letter.prose for letter in letters(reviewed, "plan_actions")}
    assert set(told) == {reviewed.police.holder, reviewed.council.holder}
    assert "letter of the council" not in told[reviewed.police.holder]
    [recommended] = letters(reviewed, "recommendation")
    assert recommended.to == reviewed.council.holder
    assert "must have regard to them" in recommended.prose
    assert "Friday 15 January 2027" in recommended.prose


def test_whom_we_cannot_write_to_is_a_task_and_who_owns_an_action_may_open_the_case(reviewed):
    reviewed.recommend(body="", addressee="The head of Northfield School")
    late = reviewed.police.__class__.objects.create(
        area=reviewed.area, code="moor", kind="landlord", name="Moorside", mailbox="m@example.org"
    )
    reviewed.agree(body=late)
    with as_owner():  # nobody else sees another holder's access
        assert not Access.objects.filter(holder=late.holder).exists()
    reviewed.settle()
    record = reviewed.now()
    assert "The head of Northfield School" in record.said(record.latest("task_added"), "what")
    with as_owner():
        assert Access.objects.get(holder=late.holder).scope == "case"
    assert letters(reviewed, "recommendation") == []


def test_what_was_sent_stays_and_a_changed_plan_is_sent_anew(reviewed):
    reviewed.agree()
    reviewed.settle()
    with pytest.raises(NotOpen, match="has not changed"):
        reviewed.settle(changes="x")
    reviewed.agree(number="1", told="Somebody will write to them.", reason="They were away")
    first = settled(reviewed.now())
    assert reviewed.now().said(first, "actions")[0]["told"] == "Somebody will speak to the people above you."
    with pytest.raises(Invalid) as refused:
        reviewed.settle()
    assert "changes" in refused.value.form.errors
    reviewed.settle(changes="Nobody opened the door")
    second = letters(reviewed, "plan")[-1]
    assert "Nobody opened the door" in second.prose
    assert "Somebody will write to them" in second.prose
    assert len([fact for fact in reviewed.now().facts if fact.kind == "plan_sent"]) == 1


def test_the_applicant_sees_nothing_of_the_plan_before_it_goes_to_them(reviewed):
    reviewed.agree()
    reviewed.recommend()
    record = reviewed.now(viewer=reviewed.applicant)
    assert record.actions == []
    assert record.recommendations == []
    assert "speak to the people above" not in str(
        [words.values for rows in record.words.values() for words in rows]
    )
    reviewed.settle()
    record = reviewed.now(viewer=reviewed.applicant)
    assert record.said(settled(record), "actions")[0]["by"] == "The police"

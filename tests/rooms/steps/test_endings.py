"""How a case ends, or goes on elsewhere; what is corrected; what a new bank holiday does."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from casereview.cases.models import Case, Deadline, Summary
from casereview.cases.postgresql.roles import acting
from casereview.jobs.letters import send_due
from casereview.jobs.transfers import receive_transfers
from casereview.people.models import Area, Body
from casereview.people.models.area import NEEDED
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import Invalid, NotOpen
from tests.rooms.steps.conftest import THREE, moment

SAFE = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They are moving"}


@pytest.fixture
def case(world):
    return world.apply(*THREE)


def letters(world):
    return [letter.code for letter in world.record().letters]


def test_a_withdrawal_is_confirmed_and_nothing_is_decided_any_more(world, case):
    world.take("withdraw", **SAFE)
    assert letters(world)[-1] == "withdrawn"
    with pytest.raises(NotOpen, match="withdrawn"):
        world.take("decide_threshold", **world.decision())
    world.take("close")
    assert world.record().latest("case_closed").codes == {"reason": "withdrawn"}


def test_whoever_is_pressed_or_not_safe_is_referred_on_and_not_written_to(world, case):
    pressed = {**SAFE, "pressed": "yes", "safe": "no"}
    with pytest.raises(Invalid) as refused:
        world.take("withdraw", **pressed)
    assert "referred_to" in refused.value.form.errors
    world.take("withdraw", **pressed, referred_to="police", referral="He threatens her")
    assert world.kinds()[-2:] == ["referral_made", "application_withdrawn"]
    assert "withdrawn" not in letters(world)


def test_silence_closes_nothing(world, case):
    with pytest.raises(NotOpen, match="Silence"):
        world.take("close")


def test_after_a_refusal_the_case_stays_open_while_an_appeal_is_in_time(world):
    world.apply(*THREE[:2])
    world.proposed()
    world.take("decide_threshold", **world.decision("not_met"))
    with pytest.raises(NotOpen, match="not been served"):
        world.take("close")
    send_all(world, date(2026, 11, 18))
    # 14 days from Wednesday 18 November: the last day is Wednesday 2 December
    with pytest.raises(NotOpen, match="Wednesday 2 December 2026"):
        world.take("close", today=date(2026, 12, 2))
    world.take("close", today=date(2026, 12, 3))
    assert letters(world)[-1] == "closed"
    with pytest.raises(NotOpen, match="closed"):
        world.take("add_task", what="x", today=date(2026, 12, 3))


def send_all(world, on):
    """The worker sends every letter that waits: Robin's mail is safe, so that each is served on that day."""
    with acting(SYSTEM):
        send_due(moment(on, 14))


def test_a_case_that_will_be_reviewed_is_not_closed_here(world, case):
    world.proposed()
    world.take("decide_threshold", **world.decision("met"))
    with pytest.raises(NotOpen, match="after the review"):
        world.take("close")


def test_when_the_applicant_has_died_nobody_asks_them_anything(world, case):
    world.take("record_death", notes="Her son rang")
    with pytest.raises(NotOpen, match="died"):
        world.take("request_information", person=world.record().applicant.holder, questions="?")
    with pytest.raises(NotOpen):
        world.take("record_death", notes="again")
    before = letters(world)
    world.take("close")
    assert letters(world) == before


@pytest.fixture
def darlington(world):
    """Darlington, live."""
    fields = dict.fromkeys(NEEDED, "x") | {"email": "a@example.org", "duty_email": "d@example.org"}
    Area.objects.filter(pk="darlington").update(**fields, switched_on=True)
    area = Area.objects.get(pk="darlington")
    Body.objects.create(
        area=area, code="council", kind="council", name="Its council", mailbox="c@example.org"
    )
    return area


def test_what_is_passed_on_arrives_there_with_the_day_it_first_arrived(world, case, darlington):
    world.take("transfer", area="darlington", to="The office in Darlington", today=date(2026, 11, 20))
    assert letters(world)[-1] == "passed_on"
    with acting(SYSTEM):
        assert (receive_transfers(), receive_transfers()) == (1, 0)
        there = Case.objects.get(follows=case)
    record = world.record(world.stranger, there)
    assert [(fact.kind, fact.happened_on) for fact in record.facts] == [
        ("transferred_in", date(2026, 11, 18))
    ]
    assert record.victim.name == "Robin"
    assert [report.body_kind for report in record.reports] == ["police", "council", "police"]
    assert record.said(record.facts[0], "place") == "North Road"
    assert {run.clock for run in record.deadlines} == {"triage", "acknowledge", "decide"}
    assert record.contacts_of(record.victim)[0].value == "robin@example.org"


def test_each_area_keeps_its_own_case_and_the_applicant_sees_both(world, case, darlington):
    world.take("transfer", area="darlington", to="The office in Darlington")
    with acting(SYSTEM):
        receive_transfers()
    seen = {}
    for name, viewer in {
        "here": world.cora,
        "there": world.stranger,
        "robin": for_person(world.robin, "durham"),
    }.items():
        with acting(viewer):
            seen[name] = sorted(Case.objects.visible_to(viewer).values_list("area", flat=True))
    assert seen == {"here": ["durham"], "there": ["darlington"], "robin": ["darlington", "durham"]}


def test_an_area_that_is_not_live_is_sent_nothing(world, case):
    world.take("transfer", area="darlington", to="The office in Darlington")
    with acting(SYSTEM):
        assert receive_transfers() == 0


def test_what_was_erased_goes_nowhere_and_keeps_nobody_else_waiting(world, case, darlington):
    world.take("transfer", area="darlington", to="The office in Darlington")
    world.take("close")
    world.take("erase_on_request", ground="no_longer_needed", told=True)
    other = world.apply(*THREE)
    world.take("transfer", area="darlington", to="The office in Darlington")
    with acting(SYSTEM):
        assert receive_transfers() == 1
        assert Case.objects.get(area="darlington").follows == other


def test_a_duplicate_is_joined_once_and_still_gets_its_own_decision(world, case):
    other = world.apply(*THREE).reference
    world.case, mine = case, case.reference
    with pytest.raises(Invalid):
        world.take("join_duplicate", other=mine, notes="x")
    world.take("join_duplicate", other=other.lower().replace("-", " "), notes="Same street, same nights")
    assert world.record().latest("joined_with").codes == {"other": other}
    with pytest.raises(Invalid):
        world.take("join_duplicate", other=other, notes="x")
    world.proposed()
    world.take("decide_threshold", **world.decision("met"))


def test_a_wrong_day_of_arrival_is_corrected_and_the_clocks_follow(world, case):
    quiet = dict.fromkeys(
        ("danger", "domestic_abuse", "child", "suicide", "safeguarding", "hate_motive"), "no"
    )
    world.take("triage_risk", risk="standard", **quiet)
    wrong = world.record().facts[0]
    with pytest.raises(Invalid):
        world.take("correct_fact", fact=str(wrong.id), what="taken_back", reason="keyed twice")
    world.take("correct_fact", fact=str(wrong.id), what="dated", on="2026-11-16", reason="post stamp")
    record = world.record()
    triage = [run for run in record.deadlines if run.clock == "triage"]
    assert [(run.started_on, run.due, run.is_open) for run in triage] == [
        (date(2026, 11, 16), date(2026, 11, 16), False)
    ]
    assert record.said(record.latest("application_received"), "problem") == "Shouting and banging"


def test_a_new_bank_holiday_moves_a_promise_and_says_so(world, case):
    world.proposed()
    world.take("decide_threshold", **world.decision("met"))

    def review():
        with acting(world.cora):
            return Deadline.objects.get(case=case, clock="review").due

    assert review() == date(2026, 12, 2)  # ten working days after Wednesday 18 November
    out = StringIO()
    call_command("holidays", "add", "2026-11-30", "A day of rest", "--known-from", "2026-11-20", stdout=out)
    assert "1 open dates moved" in out.getvalue()
    assert review() == date(2026, 12, 3)
    moved = world.record().latest("deadline_moved")
    assert (moved.codes["old"], moved.codes["new"]) == ("2026-12-02", "2026-12-03")
    assert letters(world)[-1] == "date_changed"


def test_a_new_bank_holiday_moves_no_clock_that_has_stopped(world, case):
    before = world.kinds()
    call_command("holidays", "add", "2026-12-21", "A day", "--known-from", "2026-11-20", stdout=StringIO())
    assert world.kinds() == before


def test_after_a_withdrawal_the_case_waits_for_no_body(world, case):
    world.take("dispatch_application", bodies=[world.police.holder, world.council.holder])
    assert summary(world).silent_bodies.split() == sorted([world.police.holder, world.council.holder])
    world.take("withdraw", **SAFE)
    assert summary(world).silent_bodies == ""


def summary(world):
    with acting(SYSTEM):
        return Summary.objects.get(reference=world.record().case.reference)


def test_a_new_bank_holiday_gives_a_silence_a_day_more(world, case):
    # Heard of us last on Wednesday 18 November, when they asked: ten working days end on Wednesday 2 December.
    assert summary(world).hear_by == date(2026, 12, 2)
    call_command("holidays", "add", "2026-11-30", "A day", "--known-from", "2026-11-20", stdout=StringIO())
    assert summary(world).hear_by == date(2026, 12, 3)


def test_a_new_bank_holiday_that_moves_two_promises_says_so_of_both(world, case):
    world.proposed()
    world.take("decide_threshold", **world.decision("met"))
    world.take("ask_for_returns", bodies=[world.police.holder, world.council.holder], purpose="What was done")
    out = StringIO()
    call_command("holidays", "add", "2026-11-23", "A day of rest", "--known-from", "2026-11-20", stdout=out)
    assert "3 open dates moved" in out.getvalue()
    told = {
        (fact.codes["clock"], fact.codes["subject"]): (fact.codes["old"], fact.codes["new"])
        for fact in world.record().current("deadline_moved")
    }
    assert told == {
        ("review", ""): ("2026-12-02", "2026-12-03"),
        ("return", world.police.holder): ("2026-11-25", "2026-11-26"),
        ("return", world.council.holder): ("2026-11-25", "2026-11-26"),
    }

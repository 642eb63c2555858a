"""Until when an appeal is in time, and that a late one is taken all the same (MISSION D2)."""

from datetime import UTC, date, datetime

import pytest

from casereview.cases.appeal import appeal_of, is_over
from casereview.cases.appeal_window import last_day
from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotOpen
from tests.rooms.steps.appeal.conftest import LAST, NEXT, london
from tests.rooms.steps.conftest import THREE, moment


def late(world):
    return appeal_of(world.now(NEXT)).late


def summary(world):
    with acting(SYSTEM):
        return Summary.objects.get(case=world.case)


def test_there_is_nothing_to_appeal_against_before_a_decision(world):
    world.apply(*THREE)
    with pytest.raises(NotOpen, match="nothing to appeal against"):
        world.appeals()


def test_a_minute_before_the_last_day_ends_is_in_time(refused):
    # Served on Wednesday 18 November: fourteen calendar days later is Wednesday 2 December.
    assert last_day(refused.now()) == LAST
    refused.appeals(london(2026, 12, 2, 23, 59, 59))
    assert not late(refused)
    assert appeal_of(refused.now()).about == "threshold"


def test_midnight_after_the_last_day_is_late_and_taken_with_its_reason(refused):
    refused.appeals(london(2026, 12, 3, 0, 0), why_late="I was in hospital")
    assert late(refused)
    assert refused.now(NEXT).said(appeal_of(refused.now(NEXT)).received, "why_late") == "I was in hospital"


@pytest.mark.parametrize(
    ("served", "in_time", "too_late"),
    [
        # The clocks go forward on Sunday 28 March 2027: a last day in summer ends at 23:00 UTC of that day.
        (date(2027, 3, 17), (2027, 3, 31, 22, 59, 59), (2027, 3, 31, 23, 0)),
        # They go back on Sunday 31 October 2027: a last day in winter ends at midnight UTC.
        (date(2027, 10, 20), (2027, 11, 3, 23, 59, 59), (2027, 11, 4, 0, 0)),
    ],
)
def test_the_day_ends_at_midnight_in_london_across_a_change_of_the_clocks(world, served, in_time, too_late):
    world.apply(*[(f"{served.year}-0{m}-0{m}", ("police", f"{served.year}-0{m}-0{m}")) for m in (1, 2)])
    for step, answers in _until_refused(world):
        world.take(step, today=served, **answers)
    world.sends(served)
    world.appeals(datetime(*in_time, tzinfo=UTC))
    assert not appeal_of(world.now(served)).late
    world.take("withdraw_appeal", today=date(*in_time[:3]), safe="yes", pressed="no", notes="For now")
    world.appeals(datetime(*too_late, tzinfo=UTC))
    assert appeal_of(world.now(served)).late


def _until_refused(world):
    bodies = [body.holder for body in (world.police, world.council, world.health)]
    yield "dispatch_application", {"bodies": bodies}
    yield "propose_decision", {"result": "not_met", "reasons": "As the receipt says"}
    yield "decide_threshold", world.decision("not_met")


def test_what_came_by_post_counts_from_the_day_it_arrived_whenever_it_is_keyed_in(refused):
    refused.keyed_in(date(2026, 12, 9), on="2026-12-02")
    assert not late(refused)
    assert appeal_of(refused.now()).received.happened_on == LAST


def test_what_came_by_post_a_day_later_is_late(refused):
    refused.keyed_in(date(2026, 12, 9), viewer=refused.col, on="2026-12-03")
    assert late(refused)


def test_a_call_is_read_back_before_it_is_taken(refused):
    with pytest.raises(Invalid) as caught:
        refused.keyed_in(LAST, channel="phone")
    assert "read_back" in caught.value.form.errors
    refused.keyed_in(LAST, channel="phone", read_back="on")
    assert appeal_of(refused.now()).received.codes["read_back"]


def test_reasons_in_writing_are_all_that_is_asked(refused):
    with pytest.raises(Invalid) as caught:
        refused.appeals(reasons=" ")
    assert list(caught.value.form.errors) == ["reasons"]
    refused.appeals(reasons="It is wrong")


def test_a_closed_case_still_takes_an_appeal_and_stands_among_the_open_ones_again(refused):
    refused.take("close", today=NEXT)
    assert summary(refused).closed
    refused.appeals(moment(date(2026, 12, 20)))
    assert not summary(refused).closed
    assert summary(refused).appealed_on == date(2026, 12, 20)
    assert late(refused)


def test_one_at_a_time_and_again_after_it_was_withdrawn(refused):
    refused.appeals()
    with pytest.raises(NotOpen, match="already"):
        refused.appeals()
    refused.take("withdraw_appeal", today=LAST, safe="yes", pressed="no", notes="They had second thoughts")
    assert is_over(refused.now())
    refused.appeals()


def test_whoever_was_pressed_to_withdraw_is_not_simply_let_go(refused):
    refused.appeals()
    with pytest.raises(Invalid) as caught:
        refused.take("withdraw_appeal", today=LAST, safe="yes", pressed="yes", notes="He told her to")
    assert "pressed" in caught.value.form.errors


def test_the_case_stays_open_while_an_appeal_is_not_over(refused):
    refused.appeals()
    with pytest.raises(NotOpen, match="There is an appeal"):
        refused.take("close", today=NEXT)
    refused.before_the_chair(NEXT)
    refused.take(
        "qualify_appeal", viewer=refused.pam, today=NEXT, result="no_hearing", reasons="All was looked at"
    )
    with pytest.raises(NotOpen, match="There is an appeal"):
        refused.take("close", today=NEXT)  # they have not been told yet
    refused.sends(NEXT)
    refused.take("close", today=NEXT)


def test_no_clock_of_the_panels_runs_on_for_an_appeal_that_is_withdrawn(refused):
    refused.appeals()
    refused.taken_on()
    refused.refers()
    running = {run.clock for run in refused.now().deadlines if run.is_open}
    assert {"appeal_acknowledge", "appeal_contact", "qualify"} <= running
    refused.take("withdraw_appeal", today=LAST, safe="yes", pressed="no", notes="They have moved")
    running = {run.clock for run in refused.now().deadlines if run.is_open}
    assert running.isdisjoint({"appeal_acknowledge", "appeal_contact", "qualify"})


def test_whoever_appeals_must_hear_within_ten_working_days_also_when_the_case_was_closed(refused):
    refused.take("close", today=NEXT)
    assert summary(refused).hear_by is None
    refused.appeals(moment(date(2026, 12, 20)))
    # Ten working days after Sunday 20 December, leaving out Christmas Day, Monday 28 December and New Year's Day.
    assert summary(refused).hear_by == date(2027, 1, 6)
    refused.sends(date(2026, 12, 21))  # the acknowledgement: they have heard, and the days begin anew
    assert summary(refused).hear_by == date(2027, 1, 7)

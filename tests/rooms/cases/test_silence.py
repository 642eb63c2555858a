"""An applicant who hears nothing for too long is seen: by the stage's clock, or after ten working days."""

from datetime import UTC, date, datetime

import pytest

from casereview.cases.models import Deadline, Fact
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.cases.silence import hear_by, heard_on, next_to_tell, quiet_since
from casereview.clocks.calendar import england_and_wales
from tests.rooms.cases.conftest import COORDINATOR

NOVEMBER = date(2026, 11, 18)  # a Wednesday: the day on which the application came


def record_with(apply, *facts, deadlines=()):
    case = apply().case
    with acting(COORDINATOR):
        record = load(case, COORDINATOR)
    for number, fact in enumerate(facts, start=len(record.facts) + 1):
        fact.number = number
    record.facts += facts
    record.deadlines = list(deadlines)
    return record


def letter(day, to, code="1"):
    return Fact(kind="letter_sent", happened_on=day, codes={"to": to, "letter": code})


def came_back(code="1"):
    return Fact(kind="letter_bounced", happened_on=date(2026, 11, 24), codes={"letter": code})


def due(record):
    return hear_by(record, record.deadlines, england_and_wales()).due


def test_a_letter_to_them_is_heard(apply):
    record = record_with(apply, letter(date(2026, 11, 19), "person:1"))
    assert heard_on(record) == quiet_since(record) == date(2026, 11, 19)


def test_a_letter_to_a_body_is_not(apply):
    record = record_with(apply, letter(date(2026, 11, 20), "body:3"))
    assert heard_on(record) is None
    assert quiet_since(record) == NOVEMBER


def test_a_letter_that_came_back_is_not_heard_until_it_goes_again(apply):
    gone = letter(date(2026, 11, 19), "person:1")
    assert heard_on(record_with(apply, gone, came_back())) is None
    again = letter(date(2026, 11, 25), "person:1")
    assert heard_on(record_with(apply, gone, came_back(), again)) == date(2026, 11, 25)


def test_a_letter_read_to_them_is_heard(apply):
    aloud = Fact(kind="letter_read_aloud", happened_on=date(2026, 11, 23), codes={})
    assert heard_on(record_with(apply, letter(date(2026, 11, 19), "person:1"), aloud)) == date(2026, 11, 23)


def test_ten_working_days_where_no_clock_promises_less(apply):
    # Heard on Friday 18 December 2026: ten working days leave out Christmas Day, 28 December and New Year's Day.
    assert due(record_with(apply, letter(date(2026, 12, 18), "person:1"))) == date(2027, 1, 6)


@pytest.mark.parametrize(
    ("clock", "by"),
    [
        ("plan", date(2026, 11, 25)),  # five working days after the 18th: 19, 20, 23, 24, 25
        ("appeal", date(2026, 12, 2)),  # fourteen days: their own last day is the time that they were given
        ("review", date(2026, 12, 2)),  # ten working days
        ("triage", date(2026, 12, 2)),  # nobody tells an applicant that their request was read: no measure
        ("return", date(2026, 12, 2)),  # owed to the office, not to them
        ("acknowledge", date(2026, 12, 2)),  # no length is promised
    ],
)
def test_the_stages_clock_is_the_measure_where_it_promises_them_something(apply, clock, by):
    assert due(record_with(apply, deadlines=[Deadline(clock=clock)])) == by


def test_the_time_of_a_clock_does_not_begin_before_the_clock(apply):
    # Heard on Wednesday 18 November, the meeting held on the 25th: five working days for the plan end on 2 December.
    held = Deadline(clock="plan", started_on=date(2026, 11, 25))
    assert due(record_with(apply, deadlines=[held])) == date(2026, 12, 2)


def test_who_heard_after_the_clock_began_may_wait_its_time_from_then(apply):
    held = Deadline(clock="plan", started_on=date(2026, 11, 18))
    heard = letter(date(2026, 11, 20), "person:1")
    assert due(record_with(apply, heard, deadlines=[held])) == date(2026, 11, 27)


def test_the_shortest_of_several_and_only_while_it_runs(apply):
    plan, review = Deadline(clock="plan"), Deadline(clock="review")
    assert due(record_with(apply, deadlines=[review, plan])) == date(2026, 11, 25)
    plan.stopped_on = date(2026, 11, 20)
    assert due(record_with(apply, deadlines=[review, plan])) == date(2026, 12, 2)


def test_a_closed_case_owes_nobody_a_word(apply):
    closed = Fact(kind="case_closed", happened_on=NOVEMBER, codes={})
    assert hear_by(record_with(apply, closed), [], england_and_wales()) is None


def test_where_the_calendar_ends_nobody_further_is_told(apply):
    codes = {"since": NOVEMBER.isoformat(), "level": "owner", "told": []}
    # Five working days after Friday 29 December 2028 lie past the last bank holidays that are known.
    record = record_with(
        apply, Fact(kind="silence_flagged", happened_on=date(2028, 12, 29), codes=codes, by="system")
    )
    record.now = datetime(2029, 1, 31, 9, tzinfo=UTC)
    assert due(record) == date(2026, 12, 2)
    with acting(COORDINATOR):
        assert next_to_tell(record) is None

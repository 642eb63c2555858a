"""What a bank holiday announced meanwhile does to a date that somebody was told."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casereview.clocks.calendar import england_and_wales
from casereview.clocks.deadline import backwards, deadline
from casereview.clocks.holidays import Holiday
from casereview.clocks.length import UNITS, Length
from casereview.clocks.moved import moves, moves_back

CALENDAR = england_and_wales()
TEN = Length(10, "working_days")
TWO = Length(2, "working_days")

days = st.dates(date(2012, 6, 1), date(2028, 6, 1))
lengths = st.builds(Length, st.integers(1, 5), st.sampled_from(UNITS)) | st.builds(
    Length, st.integers(0, 40), st.just("working_days")
)
nearby = st.lists(st.tuples(st.integers(-70, 70), st.integers(-70, 70)), min_size=1, max_size=6)


def with_holidays_near(day, offsets):
    added = (Holiday(day + timedelta(on), "Local", day + timedelta(known)) for on, known in offsets)
    return CALENDAR.with_holidays(added)


@given(days, lengths, nearby)
def test_an_added_holiday_never_brings_a_forward_clock_earlier(start, length, offsets):
    more = with_holidays_near(start, offsets)
    assert deadline(start, length, more).due >= deadline(start, length, CALENDAR).due
    history = moves(start, length, more)
    due = [move.receipt.due for move in history]
    assert due == sorted(set(due))
    assert due[-1] >= deadline(start, length, more).due


@given(days, lengths, nearby)
def test_an_added_holiday_never_brings_a_backward_clock_later(event, length, offsets):
    more = with_holidays_near(event, offsets)
    assert backwards(event, length, more).due <= backwards(event, length, CALENDAR).due
    due = [move.receipt.due for move in moves_back(event, event - timedelta(90), length, more)]
    assert due == sorted(set(due), reverse=True)


@given(days, st.integers(1, 40), nearby, st.integers(0, 60))
def test_a_stopped_clock_keeps_the_calendar_of_the_day_it_stopped(start, amount, offsets, ran):
    stopped = start + timedelta(ran)
    length = Length(amount, "working_days")
    known_then = [pair for pair in offsets if pair[1] <= ran]
    then, now = with_holidays_near(start, known_then), with_holidays_near(start, offsets)
    assert moves(start, length, now, stopped=stopped) == moves(start, length, then, stopped=stopped)


def test_the_state_funeral_moved_a_running_clock_by_a_day():
    # Set on Monday 5 September 2022; ten working days would have ended on Monday 19.
    first, second = moves(date(2022, 9, 5), TEN, CALENDAR)
    assert (first.known_on, first.receipt.due) == (date(2022, 9, 5), date(2022, 9, 19))
    assert (second.known_on, second.receipt.due) == (date(2022, 9, 10), date(2022, 9, 20))
    assert second.receipt.skipped[-1][0] == date(2022, 9, 19)


def test_but_not_one_that_had_stopped_the_day_before_it_was_announced():
    (only,) = moves(date(2022, 9, 5), TEN, CALENDAR, stopped=date(2022, 9, 9))
    assert only.receipt.due == date(2022, 9, 19)


def test_a_pack_due_two_working_days_before_a_meeting_became_due_earlier():
    first, second = moves_back(date(2022, 9, 20), date(2022, 9, 1), TWO, CALENDAR)
    assert first.receipt.due == date(2022, 9, 16)
    assert second.receipt.due == date(2022, 9, 15)


def test_a_day_of_its_own_counted_back_moves_to_the_working_day_before():
    same_day = Length(0, "working_days")
    first, second = moves_back(date(2022, 9, 19), date(2022, 9, 1), same_day, CALENDAR)
    assert (first.receipt.due, second.receipt.due) == (date(2022, 9, 19), date(2022, 9, 16))


def test_a_holiday_moved_away_shortens_nothing_that_was_promised():
    # Ten working days from Monday 9 November 2026: Monday 23, or Tuesday 24 with a fair on Wednesday 18.
    fair = Holiday(date(2026, 11, 18), "Fair Day", withdrawn=date(2026, 11, 12))
    calendar = CALENDAR.with_holidays([fair])
    assert deadline(date(2026, 11, 12), Length(7, "working_days"), calendar).due == date(2026, 11, 23)
    (only,) = moves(date(2026, 11, 9), TEN, calendar)
    assert only.receipt.due == date(2026, 11, 24)
    (set_later,) = moves(date(2026, 11, 12), Length(7, "working_days"), calendar)
    assert set_later.receipt.due == date(2026, 11, 23)


def test_without_a_length_nothing_moves():
    (only,) = moves(date(2022, 9, 5), None, CALENDAR)
    assert only.receipt.due is None

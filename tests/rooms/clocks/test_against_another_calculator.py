"""Every start date from 2012 to 2028 against another algorithm with another source of holidays.

Theirs lists all working days once and looks up the n-th after a date; ours walks. Theirs takes its holidays
from the package `holidays`, which also lists those that fall on weekends: they are no weekdays anyway.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import holidays
import pytest

from casereview.clocks.calendar import BeyondHorizon, england_and_wales
from casereview.clocks.deadline import backwards, deadline
from casereview.clocks.length import Length

FIRST, LAST = date(2012, 1, 1), date(2028, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
THEIRS = holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))
WORKING_DAYS = [day for day in EVERY_DAY if day.isoweekday() < 6 and day not in THEIRS]


def nth_working_day_after(day, n):
    """None when the list ends before."""
    at = bisect_right(WORKING_DAYS, day) + n - 1
    return WORKING_DAYS[at] if at < len(WORKING_DAYS) else None


def fourteen_days_after(day, _):
    later = date.fromordinal(day.toordinal() + 14)
    return later if later <= LAST else None


@pytest.mark.parametrize(
    ("length", "theirs"),
    [
        (Length(5, "working_days"), nth_working_day_after),
        (Length(10, "working_days"), nth_working_day_after),
        (Length(14, "days"), fourteen_days_after),
    ],
)
def test_every_start_date(length, theirs):
    calendar = england_and_wales()
    refused = 0
    for start in EVERY_DAY:
        expected = theirs(start, length.amount)
        if expected is None:
            refused += 1
            with pytest.raises(BeyondHorizon):
                deadline(start, length, calendar)
        else:
            assert deadline(start, length, calendar).due == expected, start
    assert 0 < refused < 25  # only at the very end of the table


def test_every_event_counted_back():
    calendar = england_and_wales()
    for event in EVERY_DAY[31:]:
        expected = WORKING_DAYS[bisect_left(WORKING_DAYS, event) - 2]
        assert backwards(event, Length(2, "working_days"), calendar).due == expected, event


def test_no_weekday_is_a_holiday_in_one_source_alone():
    calendar = england_and_wales()
    ours = {day for day in EVERY_DAY if day.isoweekday() < 6 and not calendar.is_working_day(day)}
    assert ours == {day for day in THEIRS if day.isoweekday() < 6}

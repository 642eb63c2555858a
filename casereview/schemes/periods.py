"""A length of time counted from one day to another, both ends inclusive.

"Within one month beginning with 31 January" ends on 28 February: the corresponding date, clamped (a choice,
see `clocks.months`). Days and weeks are counted to the corresponding day in the same way.
"""

from datetime import date, timedelta

from casereview.clocks.length import Length
from casereview.clocks.months import months_after, months_back

ONE_DAY = timedelta(days=1)


def last_day(start: date, length: Length) -> date:
    """The last day of the period that begins with `start`; `date.max` where the calendar ends before it."""
    try:
        return months_after(start, length.amount) if length.unit == "months" else start + _days(length)
    except (OverflowError, ValueError):
        return date.max


def first_day(end: date, length: Length) -> date:
    """The first day of the period counted back from `end`; `date.min` where the calendar begins after it."""
    try:
        return months_back(end, length.amount) if length.unit == "months" else end - _days(length)
    except (OverflowError, ValueError):
        return date.min


def earliest_reaching(day: date, length: Length) -> date:
    """The earliest start whose period still holds `day`.

    Not the same as `first_day`: six months back from 31 August is 28 February, but the six months beginning
    with 28 February end on 28 August, so that the earliest start which reaches 31 August is 1 March.
    """
    start = first_day(day, length)
    while last_day(start, length) < day:
        start += ONE_DAY
    while start > date.min and last_day(start - ONE_DAY, length) >= day:
        start -= ONE_DAY
    return start


def latest_over(day: date, length: Length) -> date:
    """The latest start whose period has run its length by `day`."""
    start = earliest_reaching(day, length)
    while last_day(start + ONE_DAY, length) <= day:
        start += ONE_DAY
    return start if last_day(start, length) <= day else start - ONE_DAY


def _days(length: Length) -> timedelta:
    if length.unit == "working_days":
        raise TypeError("the threshold counts calendar time: days, weeks or months, not working days")
    return timedelta(days=length.amount) if length.unit == "days" else timedelta(weeks=length.amount)

"""The days on which somebody is reminded: so many working days before or after a due date."""

from datetime import date

from casereview.clocks.calendar import BeyondHorizon, Calendar
from casereview.clocks.deadline import backwards, deadline
from casereview.clocks.length import Length


def day_of_rung(due: date, rung: int, calendar: Calendar) -> date:
    """The day so many working days after the due date, before it where `rung` is negative, itself for 0.

    Raises BeyondHorizon.
    """
    if rung == 0:
        return due
    length = Length(abs(rung), "working_days")
    found = (deadline if rung > 0 else backwards)(due, length, calendar).due
    assert found is not None
    return found


def has_come(today: date, due: date, rung: int, calendar: Calendar) -> bool:
    """Whether the day of the rung is today or before it; no while it lies beyond what the calendar knows."""
    try:
        return today >= day_of_rung(due, rung, calendar)
    except BeyondHorizon:
        return False

"""From a start and a length to a due date, with a receipt that accounts for every day left out."""

from dataclasses import dataclass
from datetime import date, timedelta

from casereview.clocks.calendar import Calendar
from casereview.clocks.length import Length
from casereview.clocks.months import months_after

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a date was worked out. All dates are London dates.

    The start is never counted; `due` is the last day in time (None: no length was promised). `skipped` are
    the days between them that do not count, in order, each with its reason. `source` is where it is promised.
    """

    start: date
    due: date | None
    length: Length | None
    skipped: tuple[tuple[date, str], ...] = ()
    source: str = ""

    def as_json(self) -> dict[str, object]:
        """The receipt as plain values: ISO dates, the length as in a scheme, `{"working_days": 10}`."""
        return {
            "start": self.start.isoformat(),
            "due": self.due and self.due.isoformat(),
            "length": self.length and {self.length.unit: self.length.amount},
            "skipped": [{"date": day.isoformat(), "why": why} for day, why in self.skipped],
            "source": self.source,
        }


def deadline(start: date, length: Length | None, calendar: Calendar, source: str = "") -> Receipt:
    """The last day in time of a promise of `length` that starts on `start`: day 1 is the day after.

    0 working days is the same working day: the start itself, or the next day that is one. Weeks are seven
    calendar days; months end on the corresponding date, clamped. A date counted in calendar days stays where
    it falls, be it a weekend or holiday. Raises BeyondHorizon for any date past what the calendar knows, of
    whatever unit.
    """
    return _receipt(start, length, calendar, source, forward=True)


def backwards(event: date, length: Length | None, calendar: Calendar, source: str = "") -> Receipt:
    """The day that lies `length` before an event ("two working days before the meeting").

    The event's own day is not counted (but for 0 working days); the receipt's `start` is the event. Raises as
    `deadline` does.
    """
    return _receipt(event, length, calendar, source, forward=False)


def _receipt(
    start: date, length: Length | None, calendar: Calendar, source: str, *, forward: bool
) -> Receipt:
    if length is None:
        return Receipt(start, None, None, (), source)
    if length.amount < 0:
        raise ValueError(f"a length counts up from 0, not {length.amount}")
    calendar.must_cover(start)
    if length.unit == "working_days":
        due, skipped = _working_days(start, length.amount, calendar, DAY if forward else -DAY)
    else:
        due, skipped = by_calendar(start, length, forward=forward), ()
    calendar.must_cover(due)
    return Receipt(start, due, length, skipped, source)


def _working_days(
    start: date, amount: int, calendar: Calendar, step: timedelta
) -> tuple[date, tuple[tuple[date, str], ...]]:
    day = start if amount == 0 else start + step
    left, skipped = max(amount, 1), []
    while True:
        why = calendar.why_not(day)
        if why is None:
            left -= 1
        else:
            skipped.append((day, why))
        if left == 0:
            return day, tuple(sorted(skipped))
        day += step


def by_calendar(start: date, length: Length, *, forward: bool = True) -> date:
    """The day that lies days, weeks or months after `start`, or before it: no holiday matters, nor any horizon.

    Raises ValueError for working days.
    """
    if length.unit == "working_days":
        raise ValueError("working days need a calendar")
    amount = length.amount if forward else -length.amount
    if length.unit == "months":
        return months_after(start, amount)
    return start + DAY * (amount * 7 if length.unit == "weeks" else amount)

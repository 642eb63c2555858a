"""Which days are working days, how far that is known, and how that was known on an earlier day."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from casereview.clocks import holidays
from casereview.clocks.holidays import Holiday

WARN_BELOW_DAYS = 90  # calendar days; the government publishes about two years ahead, so this is late


class BeyondHorizon(ValueError):
    """A day whose bank holidays are not known, so that nothing is calculated. Its text is a sentence."""


@dataclass(frozen=True)
class Calendar:
    """Working days between `first_day` and `horizon`, both inclusive: Monday to Friday but for `holidays`.

    `known_on` None means everything known now; otherwise only what had been announced by that day counts.
    """

    holidays: tuple[Holiday, ...]
    first_day: date
    horizon: date
    known_on: date | None = None

    @cached_property
    def _names(self) -> dict[date, str]:
        known = [h for h in self.holidays if h.is_known_on(self.known_on or date.max)]
        return {
            holiday.on: holiday.name for holiday in reversed(known)
        }  # the first in the table names the day

    def why_not(self, day: date) -> str | None:
        """Why `day` is not a working day ("Saturday", "Sunday", the holiday's name); None if it is one.

        Raises BeyondHorizon for a day outside the table.
        """
        self.must_cover(day)
        weekend = {5: "Saturday", 6: "Sunday"}.get(day.weekday())
        return weekend or self._names.get(day)

    def is_working_day(self, day: date) -> bool:
        """Whether `day` counts. Raises BeyondHorizon for a day outside the table."""
        return self.why_not(day) is None

    def must_cover(self, day: date) -> None:
        """Raises BeyondHorizon, with a sentence that names both dates, unless `day` lies inside the table."""
        if day > self.horizon:
            raise BeyondHorizon(
                f"Bank holidays are known up to {_plain(self.horizon)}: nothing can be worked out"
                f" that reaches {_plain(day)}."
            )
        if day < self.first_day:
            raise BeyondHorizon(
                f"Bank holidays are known from {_plain(self.first_day)} on: nothing can be worked out"
                f" that reaches back to {_plain(day)}."
            )

    def with_holidays(self, additions: Iterable[Holiday], horizon: date | None = None) -> "Calendar":
        """This calendar and an installation's own holidays; `horizon`, if given, is the new last day."""
        return replace(self, holidays=(*self.holidays, *additions), horizon=horizon or self.horizon)

    @cached_property
    def _announced(self) -> tuple[date, ...]:
        days = {day for each in self.holidays for day in (each.known_from, each.withdrawn) if day is not None}
        return tuple(sorted(days))

    @cached_property
    def _earlier(self) -> dict[date, "Calendar"]:
        return {}  # by the last announcement before: every deadline asks for one of the same few

    def as_known_on(self, day: date) -> "Calendar":
        """The calendar that somebody would have used on `day`: without what was announced only later."""
        passed = bisect_right(self._announced, day)
        since = self._announced[passed - 1] if passed else date.min
        if since not in self._earlier:
            self._earlier[since] = replace(self, known_on=since)
        return self._earlier[since]

    def changes_after(self, day: date, until: date | None = None) -> tuple[date, ...]:
        """The days after `day`, up to and with `until`, on which holidays were announced or withdrawn."""
        last = len(self._announced) if until is None else bisect_right(self._announced, until)
        return self._announced[bisect_right(self._announced, day) : last]

    def days_left(self, today: date) -> int:
        """Calendar days from `today` to the horizon; negative once it has passed."""
        return (self.horizon - today).days

    def warning(self, today: date) -> str | None:
        """A sentence for whoever runs the installation when fewer than 90 days are left, else None."""
        left = self.days_left(today)
        if left >= WARN_BELOW_DAYS:
            return None
        if left < 0:
            return (
                f"Bank holidays are known only up to {_plain(self.horizon)}: no deadline can be worked out."
            )
        return (
            f"Bank holidays are known for {left} more days, up to {_plain(self.horizon)}:"
            " deadlines after that cannot be worked out. Update the table."
        )


@cache
def england_and_wales() -> Calendar:
    """The calendar as shipped: 1 January 2012 to 31 December 2028."""
    return Calendar(holidays.shipped(), holidays.FIRST_DAY, holidays.HORIZON)


def _plain(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

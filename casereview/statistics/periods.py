"""Reporting periods: which days a release is about. London days, both ends inclusive."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from casereview.clocks.months import months_after
from casereview.schemes.terms import Figures
from casereview.schemes.unstated import figures

# Anti-social Behaviour, Crime and Policing Act 2014, s.104(10): a reporting period is 12 months or less.
MOST_MONTHS = 12


class WrongPeriod(Exception):
    """These days cannot be published about; the text says why, in a sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `since` to `until`, both inclusive."""

    since: date
    until: date

    def overlaps(self, other: "Period") -> bool:
        """Whether some day is in both."""
        return self.since <= other.until and other.since <= self.until

    def check(self, today: date) -> None:
        """Raise WrongPeriod where it ends before it begins, is longer than the law allows, or is not over."""
        if self.until < self.since:
            raise WrongPeriod(_("The last day is before the first."))
        if self.until >= months_after(self.since, MOST_MONTHS):
            raise WrongPeriod(_("A period has at most 12 months."))
        if self.until >= today:
            raise WrongPeriod(_("The period is not over yet: its last day must be before today."))


def last_over(terms: Figures | None, today: date) -> Period:
    """The last period that was over before this day, by the scheme's year and its number of months."""
    terms = figures(terms)
    assert terms.months
    assert terms.year_starts
    months, (month, day) = terms.months, terms.year_starts
    years = range(today.year - 2, today.year + 2)
    starts = [start for year in years for start in _starts(year, month, day, months)]
    since, following = max(pair for pair in pairwise(starts) if pair[1] <= today)
    return Period(since, following - timedelta(days=1))


def next_after(period: Period, terms: Figures | None) -> Period:
    """The period of the usual length that begins on the day after."""
    months = figures(terms).months
    assert months
    since = period.until + timedelta(days=1)
    return Period(since, months_after(since, months) - timedelta(days=1))


def _starts(year: int, month: int, day: int, months: int) -> list[date]:
    """The first days of the periods that begin in the year that starts in this calendar year."""
    first = date(year, month, min(day, monthrange(year, month)[1]))
    return [months_after(first, passed) for passed in range(0, MOST_MONTHS, months)]

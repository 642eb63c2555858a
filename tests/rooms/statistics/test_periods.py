"""Reporting periods: at most twelve months, over, and by the area's own year."""

from datetime import date

import pytest

from casereview.schemes.terms import Figures
from casereview.statistics.periods import Period, WrongPeriod, last_over, next_after

APRIL = Figures("", months=12, year_starts=(4, 1))
QUARTERS = Figures("", months=3, year_starts=(4, 1))
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("terms", "today", "since", "until"),
    [
        (APRIL, date(2026, 11, 23), date(2025, 4, 1), date(2026, 3, 31)),
        (APRIL, date(2026, 3, 31), date(2024, 4, 1), date(2025, 3, 31)),
        (APRIL, date(2026, 4, 1), date(2025, 4, 1), date(2026, 3, 31)),
        (QUARTERS, date(2026, 11, 23), date(2026, 7, 1), date(2026, 9, 30)),
        (QUARTERS, date(2026, 2, 1), date(2025, 10, 1), date(2025, 12, 31)),
        (QUARTERS, date(2026, 4, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (None, date(2026, 11, 23), date(2025, 1, 1), date(2025, 12, 31)),
        (Figures(""), date(2026, 1, 1), date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_last_period_that_is_over(terms, today, since, until):
    assert last_over(terms, today) == Period(since, until)


def test_the_period_after():
    assert next_after(Period(date(2024, 4, 1), date(2025, 3, 31)), APRIL) == Period(
        date(2025, 4, 1), date(2026, 3, 31)
    )


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2025, 4, 1), date(2026, 3, 31)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        (date(2024, 2, 29), date(2025, 2, 27)),
    ],
)
def test_twelve_months_or_less_that_are_over_may_be_published(since, until):
    Period(since, until).check(TODAY)


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [
        (date(2025, 4, 1), date(2026, 4, 1), "12 months"),
        (date(2025, 4, 2), date(2025, 4, 1), "before the first"),
        (date(2026, 1, 1), date(2026, 11, 23), "not over"),
    ],
)
def test_anything_else_is_refused_with_its_reason(since, until, why):
    with pytest.raises(WrongPeriod, match=why):
        Period(since, until).check(TODAY)

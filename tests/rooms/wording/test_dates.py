"""Dates as people say them: no more exactly than they are known."""

from datetime import date, time

import pytest

from casereview.wording.dates import day_and_month, long_date, short_date, time_of_day, vague_date


def test_exact_dates():
    day = date(2027, 1, 6)
    assert long_date(day) == "Wednesday 6 January 2027"
    assert day_and_month(day) == "Wednesday 6 January"
    assert short_date(day) == "6 January 2027"


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2026, 5, 4), date(2026, 5, 4), "Monday 4 May 2026"),
        (date(2026, 5, 1), date(2026, 5, 10), "about early May 2026"),
        (date(2026, 5, 11), date(2026, 5, 20), "about mid-May 2026"),
        (date(2026, 5, 21), date(2026, 5, 31), "about late May 2026"),
        (date(2028, 2, 1), date(2028, 2, 29), "some time in February 2028"),
        (date(2028, 2, 1), date(2028, 2, 28), "between 1 February 2028 and 28 February 2028"),
        (date(2026, 1, 1), date(2026, 12, 31), "some time in 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "between 30 December 2025 and 2 January 2026"),
    ],
)
def test_vague_dates(since, until, said):
    assert vague_date(since, until) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(23, 59), "11:59pm"),
        (time(9), "9am"),
        (time(9, 5), "9:05am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(0), "midnight"),
        (time(0, 1), "12:01am"),
    ],
)
def test_times(at, said):
    assert time_of_day(at) == said

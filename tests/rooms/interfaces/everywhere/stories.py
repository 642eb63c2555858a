"""What is told in applications of Tuesday 1 December 2026: when it happened, and who told whom about it when."""

from dataclasses import dataclass
from datetime import date

APPLIED = date(2026, 12, 1)
DECIDED = date(2026, 12, 8)  # a week later


@dataclass(frozen=True)
class Time:
    """A day on which it happened. told: of each report the day, the body (a code) and the number of the neighbour."""

    on: date
    told: tuple[tuple[date, str, int | None], ...] = ()


@dataclass(frozen=True)
class Story:
    """Times, how many neighbours are named, and what the applicant thinks is the motive."""

    times: tuple[Time, ...]
    neighbours: int = 0
    motive: str = "none"


def _once(on, told, body="council"):
    return Time(on, ((told, body, None),))


def _by_all(first, second):
    """The applicant and two neighbours each tell the council of the first time, two more of the second."""
    (on, told), (later, told_later) = first, second
    return (
        Time(on, tuple((told, "council", who) for who in (None, 1, 2))),
        Time(later, tuple((told_later, "council", who) for who in (3, 4))),
    )


ONE = Story((_once(date(2026, 11, 10), date(2026, 11, 11)),))
# For motives of hate, which the applicant says it was.
HATE = Story(ONE.times, motive="race")
TWO_OF_HATE = Story((*ONE.times, _once(date(2026, 11, 3), date(2026, 11, 4), "police")), motive="race")
# The Act's own count: three complaints, each within a month of what happened, all in six months.
THREE = Story(
    (
        _once(date(2026, 10, 1), date(2026, 10, 2)),
        _once(date(2026, 10, 20), date(2026, 10, 21), "police"),
        _once(date(2026, 11, 10), date(2026, 11, 11)),
    )
)
# Each was told more than a month after it happened, so that the Act counts none.
LATE = Story(
    (
        _once(date(2026, 7, 1), date(2026, 9, 1)),
        _once(date(2026, 7, 20), date(2026, 9, 20), "police"),
        _once(date(2026, 8, 5), date(2026, 10, 10)),
    )
)
# Five people, one report each, none within a month of what happened.
FIVE_LATE = Story(
    _by_all((date(2026, 7, 1), date(2026, 9, 1)), (date(2026, 7, 20), date(2026, 9, 20))), neighbours=4
)
# Five people, each within a month: of two incidents, so that the Act has two complaints or five.
FIVE = Story(
    _by_all((date(2026, 11, 3), date(2026, 11, 4)), (date(2026, 11, 10), date(2026, 11, 11))), neighbours=4
)

"""Months and parts of months as people write them."""

import calendar

from django.utils.dates import MONTHS
from django.utils.translation import override

# First and last day; None is the last day of the month. Our reading of everyday words.
PARTS_OF_MONTH = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, None),
    "end": (21, None),
}
SHORTEST_NAME = 3  # "Jan"; with fewer letters, June and July begin alike


def month_number(typed: str) -> int | None:
    """1 to 12 for "1", "Jan", "Sept", "January" or the month's name in the reader's language; else None."""
    if typed.isdecimal():
        return int(typed) if len(typed) <= 2 and 1 <= int(typed) <= 12 else None
    wanted = typed.lower().rstrip(".")
    if len(wanted) < SHORTEST_NAME:
        return None
    named = [*_names().items(), *_english().items()]
    return next((number for number, name in named if name.lower().startswith(wanted)), None)


def month_name(month: int) -> str:
    """The month's name in the reader's language."""
    return str(MONTHS[month])


def days_in(year: int, month: int) -> int:
    """How many days that month has."""
    return calendar.monthrange(year, month)[1]


def _names() -> dict[int, str]:
    return {number: str(name) for number, name in MONTHS.items()}


def _english() -> dict[int, str]:
    with override("en"):
        return _names()

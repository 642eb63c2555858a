"""Bank holidays of England and Wales as dated facts: when each is, and since when anybody could know."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

TABLE = "england-and-wales.csv"
# The table covers these whole years, both ends inclusive; nothing outside them is known.
FIRST_DAY = date(2012, 1, 1)
HORIZON = date(2028, 12, 31)


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day on which nobody has to work.

    `known_from` is the day it was announced (None: standing law, always known); `withdrawn` the day its
    moving away was announced (None: it stands). `source` is where that is published, `cy` the Welsh name.
    """

    on: date
    name: str
    known_from: date | None = None
    source: str = ""
    cy: str = ""
    withdrawn: date | None = None

    def is_known_on(self, day: date) -> bool:
        """Whether somebody who looked on `day` would have counted this holiday."""
        announced = self.known_from is None or self.known_from <= day
        return announced and (self.withdrawn is None or day < self.withdrawn)


@cache
def shipped() -> tuple[Holiday, ...]:
    """The table that comes with the product: www.gov.uk/bank-holidays, 2012 to 2028, in order of date."""
    with (files(__package__) / TABLE).open(encoding="utf-8") as table:
        return tuple(_holiday(row) for row in csv.DictReader(table))


def _holiday(row: dict[str, str]) -> Holiday:
    return Holiday(
        on=date.fromisoformat(row["on"]),
        name=row["name"],
        known_from=_date(row["known_from"]),
        source=row["source"],
        cy=row["cy"],
        withdrawn=_date(row["withdrawn"]),
    )


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

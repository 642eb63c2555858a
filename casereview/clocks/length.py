"""How long a promise is: a number and a unit."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["working_days", "days", "weeks", "months"]
UNITS: tuple[Unit, ...] = ("working_days", "days", "weeks", "months")


@dataclass(frozen=True, slots=True)
class Length:
    """`Length(10, "working_days")`. The day something starts is never counted: day 1 is the day after.

    `Length(0, "working_days")` is the same working day.
    """

    amount: int
    unit: Unit

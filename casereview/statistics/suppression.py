"""Hides small numbers, so that nobody can be found behind one, neither by reading a cell nor by subtracting.

The four statutory totals are never hidden: the law publishes them. Of everything else, a number from 1 to one below
the threshold is hidden, and with it as many others of its line as keep it from being worked out. A reader who knows
the line's total, every number that is shown, and these rules, is left with every value that the rule itself allows.
See the decision on published figures; tests/rooms/statistics/test_suppression.py lets a solver try.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casereview.schemes.unstated import SUPPRESS_UNDER
from casereview.statistics.table import Counted, Line

UNDER = SUPPRESS_UNDER


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is published. A hidden number is None; `withheld`: none of its numbers is shown, nor its total."""

    code: str
    name: str
    cells: Mapping[str, int | None]
    total: int | None
    median: float | None
    withheld: bool = False

    def as_json(self) -> dict[str, Any]:
        """In values that `json.dumps` takes."""
        return {
            "code": self.code,
            "name": self.name,
            "cells": dict(self.cells),
            "total": self.total,
            "median": self.median,
            "withheld": self.withheld,
        }


def publishable(counted: Counted, under: int = UNDER) -> dict[str, Any]:
    """The figures as they may be published: the totals as they are, and every table with its small numbers hidden."""
    return {
        "totals": dict(counted.totals),
        "under": under,
        "tables": [
            {"code": table.code, "lines": [protect(line, under).as_json() for line in table.lines]}
            for table in counted.tables
        ],
    }


def protect(line: Line, under: int = UNDER) -> Shown:
    """The line as it may be published."""
    if len(line.cells) == 1:
        return _alone(line, under)
    hidden = _hidden(line.cells, under)
    if hidden is None:
        return Shown(line.code, line.name, dict.fromkeys(line.cells), None, None, withheld=True)
    cells = {code: None if code in hidden else number for code, number in line.cells.items()}
    first = next(iter(cells.values()), None)
    # A median says something of each of those whom it is made of: not of a few, nor of a number that is hidden.
    median = line.median if first is not None and first >= under else None
    return Shown(line.code, line.name, cells, line.total, median)


def _alone(line: Line, under: int) -> Shown:
    """A number that is a line by itself: nothing can be subtracted from anything."""
    ((code, number),) = line.cells.items()
    small = 0 < number < under
    return Shown(line.code, line.name, {code: None if small else number}, None, None, withheld=small)


def _hidden(cells: Mapping[str, int], under: int) -> set[str] | None:
    """The codes to hide: the small numbers, then the smallest others until no total tells them; None: all of it."""
    hidden = {code for code, number in cells.items() if 0 < number < under}
    others = sorted((number, code) for code, number in cells.items() if number >= under)
    for _number, code in others:
        if not hidden or _safe([cells[each] for each in hidden], under):
            return hidden
        hidden.add(code)
    return hidden if not hidden or _safe([cells[each] for each in hidden], under) else None


def _safe(numbers: Iterable[int], under: int) -> bool:
    """Whether their sum, which anybody can work out, leaves each of them every value from 1 to one below the threshold.

    Each may be as large as the sum less one for every other; with another beside it, it may be as small as 1.
    """
    numbers = list(numbers)
    return len(numbers) > 1 and sum(numbers) - (len(numbers) - 1) >= under - 1

"""What is counted, as values: tables of lines, a line being numbers that together are its total."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table. `cells`: a code to a number, in the order of reading; each thing counted is in one cell.

    code: what the line is about, such as a clock; "" where the table has one line. name: what it is called, where
    that is no word of ours (a body). median: days, of those in the first cell.
    """

    cells: Mapping[str, int]
    code: str = ""
    name: str = ""
    median: float | None = None

    @property
    def total(self) -> int:
        """All that was counted in it."""
        return sum(self.cells.values())


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under one heading. No cell stands in two lines, and no line adds up others: hiding rests on that."""

    code: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything counted for an area and a period: the four statutory totals, and the tables beyond them."""

    totals: Mapping[str, int]
    tables: tuple[Table, ...] = field(default_factory=tuple)

    def as_json(self) -> dict[str, Any]:
        """In values that `json.dumps` takes."""
        return {
            "totals": dict(self.totals),
            "tables": [
                {"code": table.code, "lines": [_line(line) for line in table.lines]} for table in self.tables
            ],
        }


def counted_from(told: Mapping[str, Any]) -> Counted:
    """The value of such JSON."""
    tables = (Table(each["code"], tuple(Line(**line) for line in each["lines"])) for each in told["tables"])
    return Counted(told["totals"], tuple(tables))


def one_cell_each(counts: Iterable[tuple[str, int]]) -> tuple[Line, ...]:
    """Lines that have nothing to do with one another: each has one cell, of its own code."""
    return tuple(Line({code: number}, code) for code, number in counts)


def _line(line: Line) -> dict[str, Any]:
    return {"cells": dict(line.cells), "code": line.code, "name": line.name, "median": line.median}

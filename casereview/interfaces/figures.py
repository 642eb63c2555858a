"""Figures as a page shows them: lines in words, and bars drawn to scale. For the public page and for staff alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casereview.statistics.models import PastYear, Release
from casereview.wording.figures import (
    ABOUT,
    TOTALS,
    cell_words,
    days_words,
    line_words,
    period_words,
    table_words,
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its words. number: None where it is not shown; width: of the bar, in hundredths of the longest."""

    words: str
    number: int | None
    width: float
    says: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line as a page shows it: a heading, its bars, and what is said below them."""

    heading: str
    bars: Sequence[Bar]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a page shows it. kept_from: the version of which its numbers are, where that is an earlier one."""

    code: str
    heading: str
    about: str
    shapes: Sequence[Shape]
    kept_from: int | None = None


def sheets(figures: Mapping[str, Any]) -> list[Sheet]:
    """The tables of published figures."""
    return [_sheet(table) for table in figures["tables"]]


def totals(figures: Mapping[str, Any]) -> list[Bar]:
    """The four totals, one beside the other."""
    return bars([(str(TOTALS[code]), number, "") for code, number in figures["totals"].items()])


def over_time(releases: Iterable[Release], past: Iterable[PastYear]) -> list[Shape]:
    """Each of the four totals over all periods, the newest first: our own releases, then what was published by hand."""
    releases, past = list(releases), list(past)
    return [
        Shape(
            str(words),
            bars(
                [
                    *((period_words(r.since, r.until), r.figures["totals"][code], "") for r in releases),
                    *((year.period, getattr(year, code), _("not published")) for year in past),
                ]
            ),
        )
        for code, words in TOTALS.items()
    ]


def bars(numbers: Sequence[tuple[str, int | None, str]]) -> list[Bar]:
    """Bars of one scale, each from its words, its number, and what is said where there is none."""
    longest = max((number for _words, number, _missing in numbers if number), default=0)
    return [
        Bar(words, number, round(100 * number / longest, 1) if number else 0.0, _said(number, missing))
        for words, number, missing in numbers
    ]


def _said(number: int | None, missing: str) -> str:
    if number is None:
        return missing or _("not shown")
    return str(number) if number else _("none")


def _sheet(table: Mapping[str, Any]) -> Sheet:
    code = table["code"]
    return Sheet(
        code,
        table_words(code),
        str(ABOUT.get(code, "")),
        [_shape(code, line) for line in _lines(table)],
        table.get("kept_from"),
    )


def _lines(table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The lines; those of one cell each, which have nothing to do with one another, are read as one list."""
    lines = table["lines"]
    if not lines or any(len(line["cells"]) != 1 for line in lines):
        return list(lines)
    cells = {code: number for line in lines for code, number in line["cells"].items()}
    return [{"code": "", "name": "", "cells": cells, "median": None, "withheld": False}]


def _shape(table: str, line: Mapping[str, Any]) -> Shape:
    heading = line_words(table, line["code"], line["name"])
    if line["withheld"]:
        return Shape(heading, (), _("Too few to show."))
    if not any(line["cells"].values()) and None not in line["cells"].values():
        return Shape(heading, (), _("None this period."))
    says = (
        _("The middle one took %(days)s.") % {"days": days_words(line["median"])}
        if line["median"] is not None
        else ""
    )
    return Shape(
        heading, bars([(cell_words(table, code), number, "") for code, number in line["cells"].items()]), says
    )

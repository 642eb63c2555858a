"""Small numbers are hidden, and cannot be worked out: a solver is given all that is published, and tries.

What the attacker knows: every number shown in every release, the total of every line (of a withheld line too: the
strongest that any other source could tell them), the four statutory totals, and that a hidden number is at least 1.
"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from casereview.statistics.corrections import kept_from_before
from casereview.statistics.suppression import UNDER, protect, publishable
from casereview.statistics.table import Counted, Line, Table


def line(*numbers, **more):
    return Line({f"c{place}": number for place, number in enumerate(numbers)}, **more)


def shown(*numbers, under=UNDER):
    """The cells as published, or "withheld"."""
    found = protect(line(*numbers), under)
    return "withheld" if found.withheld else tuple(found.cells.values())


@pytest.mark.parametrize(
    ("numbers", "published"),
    [
        ((0, 0, 0), (0, 0, 0)),
        ((7, 0, 12), (7, 0, 12)),
        ((5, 5), (5, 5)),
        ((7, 3, 12), (None, None, 12)),  # 3 alone would be 22 - 19; 7 is the smallest other
        ((1, 4, 20), (None, None, 20)),  # their sum, 5, leaves each 1 to 4
        ((1, 1, 20), (None, None, None)),  # their sum, 2, would give both away
        ((2, 2, 6, 30), (None, None, None, 30)),  # 4 leaves each at most 3
        ((2, 9, 0), (None, None, 0)),
        ((3, 0, 0), "withheld"),  # fewer than five in all
        ((1, 1, 1, 1, 1), "withheld"),  # the sum leaves each no more than 1
        ((4,), "withheld"),
        ((5,), (5,)),
        ((0,), (0,)),
    ],
)
def test_worked_out_by_hand(numbers, published):
    assert shown(*numbers) == published


def test_an_area_that_hides_under_ten_hides_under_ten():
    assert shown(9, 30, 40, under=10) == (None, None, 40)
    assert shown(10, 30, 40, under=10) == (10, 30, 40)


def test_a_withheld_line_says_nothing_of_its_total_nor_of_its_noughts():
    found = protect(line(3, 0, 0))
    assert (found.total, set(found.cells.values())) == (None, {None})


def test_a_median_is_of_five_or_more_and_of_a_number_that_is_shown():
    assert protect(line(5, 0, median=3.0)).median == 3.0
    assert protect(line(4, 6, median=3.0)).median is None
    assert protect(line(6, 2, median=3.0)).median is None


def test_the_four_totals_are_never_hidden():
    totals = {"applications": 1, "not_met": 1, "reviews": 0, "with_recommendations": 2}
    assert publishable(Counted(totals))["totals"] == totals


LINES = st.lists(st.integers(0, 12), min_size=2, max_size=6)


@given(LINES, st.integers(2, 12))
def test_no_small_number_can_be_worked_out(numbers, under):
    """Each small number keeps the whole range that the rule itself leaves it, or the whole line is not there."""
    found = protect(line(*numbers), under)
    for place, number in enumerate(numbers):
        if not 0 < number < under:
            continue
        least, most = solved(found, sum(numbers), place)
        if found.withheld:
            assert (least, most) == (0, sum(numbers))
        else:
            assert least <= 1
            assert most >= under - 1


@given(LINES, LINES)
def test_nothing_is_hidden_without_need(one, other):
    """A line without a small number is shown as it is, however others look."""
    for numbers in (one, other):
        if all(number == 0 or number >= UNDER for number in numbers):
            assert shown(*numbers) == tuple(numbers)


FEW, MORE = st.integers(0, 9), st.integers(0, 12)
ROWS = st.lists(st.lists(FEW, min_size=3, max_size=4), min_size=1, max_size=3)
SOME = settings(max_examples=max(settings().max_examples // 10, 50))  # each tries a hundred linear programmes


@st.composite
def counts(draw):
    """The figures of a period: ways in and districts both add up to the applications, routes to the decisions "met"."""
    ways, routes = (draw(st.lists(MORE, min_size=4, max_size=4)) for _table in range(2))
    split = draw(st.integers(0, sum(ways[1:])))
    totals = {
        "applications": sum(ways),
        "not_met": draw(MORE),
        "reviews": draw(MORE),
        "with_recommendations": draw(FEW),
    }
    tables = (
        Table("channels", (line(*ways),)),
        Table("districts", (line(ways[0], split, sum(ways[1:]) - split),)),
        Table("decisions", (Line({"met": sum(routes)}, "met"),)),
        Table("routes", (line(*routes),)),
        Table("timeliness", tuple(line(*row, code=f"clock {n}") for n, row in enumerate(draw(ROWS)))),
        Table("appeals", tuple(Line({code: draw(FEW)}, code) for code in ("received", "heard"))),
    )
    return Counted(totals, tables)


@SOME
@given(st.lists(counts(), min_size=2, max_size=3), st.sampled_from((0, 1, -1, 6)), st.integers(0, 1))
def test_nothing_published_in_successive_releases_gives_a_small_number_away(periods, moved, corrected):
    attacker = Attacker()
    for number, counted in enumerate(periods):
        attacker.reads(f"period {number}", publishable(counted), counted)
    again = shifted(periods[corrected], moved)
    kept = kept_from_before(publishable(periods[corrected]), 1, publishable(again))
    attacker.reads(f"period {corrected} again", kept, again)
    for cell, bound in attacker.protected.items():
        least, most = attacker.range(cell)
        assert least <= 1
        assert most >= bound


class Attacker:
    """Everything that was published, as one system of equations; a variable for each cell of each release."""

    def __init__(self):
        self.cells, self.bounds, self.sums = {}, [], []
        self.protected = {}  # cells that hide a small number, each with what it must at least seem able to be

    def reads(self, release, figures, counted):
        """One release. What of it was kept from an earlier one says nothing new."""
        true = {(t.code, each.code): each for t in counted.tables for each in t.lines}
        for table in figures["tables"]:
            if "kept_from" not in table:
                for each in table["lines"]:
                    self._line(release, table["code"], each, true[table["code"], each["code"]], figures)

    def _line(self, release, table, shown, true, figures):
        places = []
        known = shown["total"]
        if table in ("channels", "districts"):
            known = figures["totals"]["applications"]
        elif shown["withheld"] and table == "timeliness":
            known = true.total  # somebody may know how many there were
        for code, number in shown["cells"].items():
            cell = (release, table, shown["code"], code)
            self.cells[cell] = len(self.bounds)
            places.append(len(self.bounds))
            least = 0 if shown["withheld"] else 1
            self.bounds.append((least, None) if number is None else (number, number))
            if number is None and 0 < true.cells[code] < UNDER:
                most = true.total if shown["withheld"] else UNDER - 1
                self.protected[cell] = most if len(true.cells) > 1 else UNDER - 1
        if known is not None and len(places) > 1:
            self.sums.append((places, known))

    def range(self, cell):
        """The least and the most that it can be."""
        equations = np.zeros((len(self.sums), len(self.bounds)))
        for row, (places, _known) in enumerate(self.sums):
            equations[row, places] = 1
        aim = np.zeros(len(self.bounds))
        aim[self.cells[cell]] = 1
        return ends(aim, equations, [known for _places, known in self.sums], self.bounds)


def shifted(counted, by):
    """The same period counted again, with the first number of every line moved."""

    def again(each):
        first, *others = each.cells.items()
        return Line({first[0]: max(0, first[1] + by), **dict(others)}, each.code)

    tables = [Table(table.code, tuple(again(each) for each in table.lines)) for table in counted.tables]
    ways = tables[0].lines[0].total
    return Counted({**counted.totals, "applications": ways}, tuple(tables))


def test_the_attacker_is_no_fool():
    """Without the second number that is hidden beside it, it finds the first."""
    attacker, counted = Attacker(), Counted({"applications": 22}, (Table("channels", (line(7, 3, 12),)),))
    shown = {"code": "", "cells": {"c0": 7, "c1": None, "c2": 12}, "total": 22, "withheld": False}
    attacker.reads(
        "bare", {"totals": {"applications": 22}, "tables": [{"code": "channels", "lines": [shown]}]}, counted
    )
    assert attacker.range(("bare", "channels", "", "c1")) == (3, 3)


def solved(found, total, place):
    """The least and the most that the hidden number at this place can be."""
    cells = list(found.cells.values())
    least = 0 if found.withheld else 1
    bounds = [(number, number) if number is not None else (least, None) for number in cells]
    aim = np.zeros(len(cells))
    aim[place] = 1
    return ends(aim, np.ones((1, len(cells))), [total], bounds)


def ends(aim, equations, sums, bounds):
    """Both ends of what the aim can be, by linear programming; infinity where nothing holds it."""
    equal = {"A_eq": equations, "b_eq": sums} if len(sums) else {}
    low, high = (linprog(sign * aim, bounds=bounds, method="highs", **equal) for sign in (1, -1))
    assert low.status == 0
    return round(low.fun), math.inf if high.status == 3 else round(-high.fun)

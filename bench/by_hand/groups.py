"""The group of reports that does best on a route of County Durham's, and what became of every report."""

from collections.abc import Hashable
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from bench.by_hand.answers import Answer
from casereview.schemes.application import Report
from casereview.schemes.receipt import Discount, Unknown

Key = tuple[Hashable, Hashable]  # the household and the problem: None where unknown, "" where nobody asks
Told = tuple[
    tuple[bool, date, date, int], str, Hashable, str | None
]  # order, id, what it counts as, what is missing
Why = tuple[tuple[str, ...], tuple[Discount, ...], tuple[Unknown, ...]]
in_order = itemgetter(0)


class Sheet:
    """What one route makes of the reports, by their places: ruled out, or told with its group."""

    def __init__(self) -> None:
        self.ruled: dict[int, str] = {}
        self.told: dict[Key, list[Told]] = {}


class Best(NamedTuple):
    """The group that does best: the places that count, and those that are the same as one of them."""

    number: Answer
    key: Key
    members: list[Told]
    places: list[int]
    same: dict[int, Discount]


def best_of(told: dict[Key, list[Told]], needed: int, same_rule: str, mine: Hashable) -> Best:
    """A report whose household or problem is unknown may belong to any group."""
    if mine is not None:
        told = {key: each for key, each in told.items() if key[0] in (mine, None)}
    groups = [key for key in told if None not in key]
    if len(groups) < len(told):
        homes = [home for home, problem in told if problem is None and home is not None] or [mine]
        problems = [problem for home, problem in told if home is None and problem is not None] or [None]
        groups += [
            (home, problem)
            for home in homes
            for problem in problems
            if not any(home in (None, one) and problem in (None, other) for one, other in groups)
        ]
    found = []
    for home, problem in groups or [(mine, None)]:
        theirs = [each for key, each in told.items() if key[0] in (home, None) and key[1] in (problem, None)]
        members = theirs[0] if len(theirs) == 1 else [each for some in theirs for each in some]
        found.append(_counted((home, problem), members, needed, same_rule))
    return found[0] if len(found) == 1 else max(found, key=_rank)


def _counted(key: Key, members: list[Told], needed: int, same_rule: str) -> Best:
    sure = [each for each in members if each[3] is None]
    sure.sort(key=in_order)
    stands: dict[Hashable, str] = {}
    places: list[int] = []
    same: dict[int, Discount] = {}
    for order, id_, unit, _missing in sure:
        if unit in stands:
            same[order[3]] = Discount(id_, same_rule, stands[unit])
        else:
            stands[unit] = id_
            places.append(order[3])
    most = len(places)
    if len(sure) < len(members):
        units = [each[2] for each in members]
        most = len(set(units) - {None}) + units.count(None)
    return Best(
        True if len(places) >= needed else None if most >= needed else False, key, members, places, same
    )


def _rank(best: Best) -> tuple[int, int, int, int]:
    days = [order[1] for order, _id, _unit, _missing in best.members if order[3] in best.places]
    answer = 2 if best.number else 1 if best.number is None else 0
    return answer, len(best.places), -min(days, default=date.max).toordinal(), -min(best.places, default=0)


def why(reports: tuple[Report, ...], sheet: Sheet, best: Best) -> Why:
    """The reports that counted, were discounted, and are left unknown."""
    missing = {each[0][3]: each[3] for each in best.members}
    counted, discounted, unknown = [], [], []
    for place, report in enumerate(reports):
        if place in sheet.ruled:
            discounted.append(Discount(report.id, sheet.ruled[place]))
        elif place in best.same:
            discounted.append(best.same[place])
        elif place in best.places:
            counted.append(report.id)
        elif (need := missing.get(place)) is not None:
            unknown.append(Unknown(report.id, need))
        else:
            discounted.append(Discount(report.id, _other(sheet, place, best.key)))
    return tuple(counted), tuple(discounted), tuple(unknown)


def _other(sheet: Sheet, place: int, key: Key) -> str:
    home = next(home for (home, _problem), told in sheet.told.items() for each in told if each[0][3] == place)
    return "other_household" if key[0] is not None and home not in (key[0], None) else "other_problem"

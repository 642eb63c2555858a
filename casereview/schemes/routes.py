"""Assess one route: every report by itself, then the group of reports that does best."""

from functools import lru_cache

from casereview.schemes.counting import every
from casereview.schemes.groups import Best, best_of, other
from casereview.schemes.limits import Limits
from casereview.schemes.model import Route
from casereview.schemes.receipt import Discount, Finding, RouteReceipt, Unknown
from casereview.schemes.rows import Rows
from casereview.schemes.standing import Stood, stand

Reports = tuple[tuple[str, ...], tuple[Discount, ...], tuple[Unknown, ...]]


def assess_route(route: Route, limits: Limits, rows: Rows, judged: dict[str, bool | None]) -> RouteReceipt:
    """The receipt of a route.

    judged: people's findings by code; None, or no entry, is not found yet.
    """
    findings, found = _findings(route, *[judged.get(each.code) for each in route.judged])
    if not route.minimums:
        return _judged_only(route, rows, findings, found)
    stood = stand(rows, route, limits)
    best = best_of(route, limits, stood.live, rows)
    number, also = best.count.number, best.count.also
    met = every([number, found])
    needs = route.minimums[0].at_least
    counted, discounted, unknown = reports(route, rows, stood, best)
    return RouteReceipt(route.name, met, number, needs, counted, discounted, unknown, findings, also)


def reports(route: Route, rows: Rows, stood: Stood, best: Best) -> Reports:
    """The reports that counted, were discounted, and are left unknown, each in the order of the application."""
    counted, discounted, unknown = [], [], []
    ruled, counts, same = stood.ruled, best.count.counted, best.count.same
    final = {each.row.index: each for each in best.count.standings}
    for row in rows.rows:
        id_, index = row.report.id, row.index
        if index in counts:
            counted.append(id_)
        elif index in ruled:
            discounted.append(Discount(id_, ruled[index]))
        elif index in same:
            discounted.append(Discount(id_, *same[index]))
        elif index not in final:
            discounted.append(Discount(id_, other(row, route, best.group)))
        elif (rule := final[index].rule) is not None:
            discounted.append(Discount(id_, rule))
        elif (needs := final[index].needs) is not None:
            unknown.append(Unknown(id_, needs))
    return tuple(counted), tuple(discounted), tuple(unknown)


def _judged_only(route: Route, rows: Rows, findings: tuple[Finding, ...], found: bool | None) -> RouteReceipt:
    """A route without a number: people's findings alone decide; without any it stays open."""
    discounted = tuple(Discount(row.report.id, "not_counted") for row in rows.rows)
    return RouteReceipt(route.name, found if findings else None, None, 0, (), discounted, (), findings)


@lru_cache(4096)  # people find the same few things over and over
def _findings(route: Route, *answers: bool | None) -> tuple[tuple[Finding, ...], bool | None]:
    """What people found of each judged condition, and of them all: of alternatives, one that is found is enough.

    answers: one for each condition, None where it is not found yet.
    """
    found = tuple(Finding(each.code, answer) for each, answer in zip(route.judged, answers, strict=True))
    alone: list[bool | None] = []
    alternatives: dict[int, set[bool | None]] = {}
    for judgement, each in zip(route.judged, found, strict=True):
        if judgement.either:
            alternatives.setdefault(judgement.either, set()).add(each.finding)
        else:
            alone.append(each.finding)
    for either in alternatives.values():
        alone.append(True if True in either else None if None in either else False)
    return found, every(alone)

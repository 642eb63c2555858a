"""Assess one route: every report by itself, then the group of reports that does best."""

from collections.abc import Iterable
from itertools import chain, product

from casereview.schemes.counting import Count, count, every
from casereview.schemes.limits import Limits
from casereview.schemes.model import Route
from casereview.schemes.receipt import Discount, Finding, RouteReceipt, Unknown
from casereview.schemes.rows import Row, Rows
from casereview.schemes.standing import Standing, standing

Group = tuple[str | None, str | None]  # whose reports; which problem, place or person. None is unknown.
ANY = ""  # where the route does not ask


def assess_route(route: Route, limits: Limits, rows: Rows, judged: dict[str, bool | None]) -> RouteReceipt:
    findings = tuple(Finding(each.code, judged.get(each.code)) for each in route.judged)
    if not route.minimums:
        return _judged_only(route, rows, findings)
    standings = [standing(row, route, limits) for row in rows.rows]
    live = [each for each in standings if each.rule is None]
    group, best = _best(route, limits, live, _applicant(route, rows))
    counted, discounted, unknown = [], [], []
    final = {each.row.index: each for each in best.standings}
    for each in standings:
        id_, index = each.row.report.id, each.row.index
        if each.rule is not None:
            discounted.append(Discount(id_, each.rule))
        elif index in best.counted:
            counted.append(id_)
        elif index in best.same:
            discounted.append(Discount(id_, *best.same[index]))
        elif index not in final:
            discounted.append(Discount(id_, _other(each.row, route, group)))
        elif (rule := final[index].rule) is not None:
            discounted.append(Discount(id_, rule))
        elif (needs := final[index].needs) is not None:
            unknown.append(Unknown(id_, needs))
    return RouteReceipt(
        name=route.name,
        met=every([best.number, *_found(route, findings)]),
        number=best.number,
        needs=route.minimums[0].at_least,
        counted=tuple(counted),
        discounted=tuple(discounted),
        unknown=tuple(unknown),
        judged=findings,
        also=best.also,
    )


def _judged_only(route: Route, rows: Rows, findings: tuple[Finding, ...]) -> RouteReceipt:
    """A route without a number: people's findings alone decide; without any it stays open."""
    met = every(_found(route, findings)) if findings else None
    discounted = tuple(Discount(row.report.id, "not_counted") for row in rows.rows)
    return RouteReceipt(route.name, met, None, 0, (), discounted, (), findings)


def _found(route: Route, findings: tuple[Finding, ...]) -> list[bool | None]:
    """The answer of each condition that people judge: of alternatives, one that is found is enough."""
    if not any(judgement.either for judgement in route.judged):
        return [each.finding for each in findings]
    alone = [
        each.finding for each, judgement in zip(findings, route.judged, strict=True) if not judgement.either
    ]
    for either in dict.fromkeys(judgement.either for judgement in route.judged if judgement.either):
        answers = {
            each.finding
            for each, judgement in zip(findings, route.judged, strict=True)
            if judgement.either == either
        }
        alone.append(True if True in answers else None if None in answers else False)
    return alone


def _best(route: Route, limits: Limits, live: list[Standing], applicant: str | None) -> tuple[Group, Count]:
    """The group whose count ranks highest; a report whose group is unknown may belong to any of them."""
    if route.whose == "anyone" and route.linked_by is None:
        return (None, None), count(route, limits, live)
    buckets: dict[Group, list[Standing]] = {}
    for each in live:
        buckets.setdefault(_group(each.row, route), []).append(each)
    counts: list[tuple[Group, Count]] = []
    for owner, link in _groups(buckets, applicant):
        keys = ((owner, link), (owner, None), (None, link), (None, None))
        theirs = [buckets[key] for key in dict.fromkeys(keys) if key in buckets]
        if not theirs and counts:
            continue  # nobody does better by nothing
        members = theirs[0] if len(theirs) == 1 else sorted(chain(*theirs), key=_index)
        counts.append(((owner, link), count(route, limits, members)))
    return counts[0] if len(counts) == 1 else max(counts, key=lambda each: each[1].rank)


def _index(each: Standing) -> int:
    return each.row.index


def _applicant(route: Route, rows: Rows) -> str | None:
    """Whose reports alone add up, where the route asks and an applicant is given."""
    if route.whose == "anyone":
        return None
    return rows.applicant if route.whose == "person" else rows.household


def _group(row: Row, route: Route) -> Group:
    return _owner(row, route), row.link(route.linked_by) if route.linked_by else ANY


def _owner(row: Row, route: Route) -> str | None:
    """Whose report it is, as far as the route asks."""
    if route.whose == "anyone":
        return ANY
    return row.report.by if route.whose == "person" else row.household


def _groups(buckets: Iterable[Group], applicant: str | None) -> Iterable[Group]:
    """Everybody whose reports add up (or the applicant alone) with every problem they may have reported.

    A report of which one half is unknown joins every group of its known half, so that a group which no report
    knows whole can do better than those only where it joins two such halves.
    """
    own = [key for key in buckets if applicant is None or key[0] in {applicant, None}]
    whole = [key for key in own if None not in key]
    if whole and len(whole) == len(own):
        return whole
    owners = dict.fromkeys(one for one, link in own if one is not None and link is None)
    links = dict.fromkeys(link for one, link in own if one is None and link is not None)
    return [*whole, *product(owners or [applicant], links or [None])]


def _other(row: Row, route: Route, group: Group) -> str:
    if route.whose != "anyone" and group[0] is not None and _owner(row, route) not in {group[0], None}:
        return f"other_{route.whose}"
    return f"other_{route.linked_by}"

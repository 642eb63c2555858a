"""The groups of reports that add up on a route: whose they are, and what links them. The best of them counts."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain, product
from operator import attrgetter

from casereview.schemes.counting import Count, count
from casereview.schemes.limits import Limits
from casereview.schemes.model import Route
from casereview.schemes.rows import Row, Rows
from casereview.schemes.standing import LINK, Standing

Group = tuple[str | None, str | None]  # whose reports; which problem, place or person. None is unknown.
# The attribute of a row that says whose it is.
OWNER = {"anyone": "anything", "person": "person", "household": "household"}


@dataclass(slots=True)  # not frozen, which would double the time to make one: nobody changes it
class Best:
    """The group that does best, and what it counts."""

    group: Group
    count: Count


def best_of(route: Route, limits: Limits, live: list[Standing], rows: Rows) -> Best:
    """The group whose count ranks highest; a report whose group is unknown may belong to any of them.

    live: the reports that no rule discounts by themselves.
    """
    if route.whose == "anyone" and route.linked_by is None:
        return Best((None, None), count(route, limits, live))
    group_of = attrgetter(OWNER[route.whose], LINK[route.linked_by] if route.linked_by else "anything")
    buckets: dict[Group, list[Standing]] = {}
    for each in live:
        buckets.setdefault(group_of(each.row), []).append(each)
    applicant = _applicant(route, rows)
    if applicant is not None:
        buckets = {key: theirs for key, theirs in buckets.items() if key[0] in {applicant, None}}
    unknown = [key for key in buckets if None in key]
    if unknown:
        buckets = {key: _members(buckets, key) for key in _groups(buckets, applicant)}
    found = [Best(group, count(route, limits, members)) for group, members in buckets.items() if members]
    if not found:
        return Best((applicant, None), count(route, limits, []))
    return found[0] if len(found) == 1 else _highest(found)


def other(row: Row, route: Route, group: Group) -> str:
    """The rule by which a report of another group than the best is discounted."""
    owner = getattr(row, OWNER[route.whose])
    if route.whose != "anyone" and group[0] is not None and owner not in {group[0], None}:
        return f"other_{route.whose}"
    return f"other_{route.linked_by}"


def _applicant(route: Route, rows: Rows) -> str | None:
    """Whose reports alone add up, where the route asks and an applicant is given."""
    if route.whose == "anyone":
        return None
    return rows.applicant if route.whose == "person" else rows.household


def _groups(buckets: Collection[Group], applicant: str | None) -> list[Group]:
    """Everybody whose reports add up (or the applicant alone) with every problem they may have reported.

    A report of which one half is unknown joins every group of its known half, so that a group which no report
    knows whole can do better than those only where it joins two such halves.
    """
    whole = [key for key in buckets if None not in key]
    owners: list[str | None] = [one for one, link in buckets if link is None and one is not None]
    links: list[str | None] = [link for one, link in buckets if one is None and link is not None]
    pairs = product(owners or [applicant], links or [None])
    joined = [each for each in pairs if not any(_within(each, other) for other in whole)]
    return whole + joined


def _within(group: Group, other: Group) -> bool:
    """Whether all reports that may be of the group may be of the other."""
    return group[0] in {None, other[0]} and group[1] in {None, other[1]}


def _members(buckets: dict[Group, list[Standing]], group: Group) -> list[Standing]:
    """The reports that are, or may be, of the group."""
    owner, link = group
    theirs = [each for key, each in buckets.items() if key[0] in {owner, None} and key[1] in {link, None}]
    return theirs[0] if len(theirs) == 1 else list(chain(*theirs))


def _highest(found: list[Best]) -> Best:
    """The one that ranks highest, and of equals the first; most often what they count tells already."""
    most = max(each.count.reached for each in found)
    highest = [each for each in found if each.count.reached == most]
    return highest[0] if len(highest) == 1 else max(highest, key=lambda each: each.count.rank)

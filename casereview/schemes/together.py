"""Limits that a set of reports satisfies together: a window that moves with them, "the latest within …"."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from casereview.schemes.application import When
from casereview.schemes.limits import Limits, Recent
from casereview.schemes.model import Window
from casereview.schemes.periods import first_day, last_day
from casereview.schemes.rows import Row
from casereview.schemes.standing import Standing

# The standings of one choice of reports; do its limits hold in every reading of approximate days?
Choice = tuple[list[Standing], bool]


def choices(members: list[Standing], limits: Limits) -> Iterable[Choice]:
    """Each way to place the window over the reports; those that it leaves out are discounted.

    No set that satisfies the limits is missed: a window can always be moved until a day of a report ends it.
    """
    placed = [members] if limits.moving is None else _placed(members, limits.moving)
    return [_recent_enough(standings, limits.recent) for standings in placed]


def _placed(members: list[Standing], window: Window) -> list[list[Standing]]:
    event = window.forward_from or window.back_from
    anchor = window.of if event == "any" else event.rpartition("_")[2]
    days = {
        day for each in members for when in [_day(each.row, anchor)] for day in (when.earliest, when.latest)
    }
    days -= {date.min, date.max}
    if not days:
        return [[_undated(each, window.of) for each in members]]
    return [[_inside(each, window, anchor, day) for each in members] for day in sorted(days)]


def _inside(each: Standing, window: Window, anchor: str, day: date) -> Standing:
    """How a report stands where the window's fixed end is `day`."""
    if window.forward_from is None:
        anchored, lying = When(latest=day), When(earliest=first_day(day, window.length))
    else:
        anchored, lying = When(earliest=day), When(latest=last_day(day, window.length))
    for kind, allowed in ((anchor, anchored), (window.of, lying)):
        when = _day(each.row, kind)
        if when.latest < allowed.earliest or when.earliest > allowed.latest:
            return replace(each, rule="outside_window", needs=None)
        if when.earliest < allowed.earliest or when.latest > allowed.latest:
            each = _undated(each, kind)
    return each


def _recent_enough(standings: list[Standing], recent: tuple[Recent, ...]) -> Choice:
    certain = True
    for limit in recent:
        live = [each for each in standings if each.rule is None]
        if any(each.needs is None and _day(each.row, limit.of).earliest >= limit.since for each in live):
            continue
        certain = False
        if any(_day(each.row, limit.of).latest >= limit.since for each in live):
            standings = [
                _undated(each, limit.of) if _may_be_recent(each, limit) else each for each in standings
            ]
        else:
            standings = [replace(each, rule=each.rule or "latest_too_old", needs=None) for each in standings]
    return standings, certain


def _may_be_recent(each: Standing, limit: Recent) -> bool:
    return each.rule is None and _day(each.row, limit.of).latest >= limit.since


def _day(row: Row, kind: str) -> When:
    return row.incident_on if kind == "incident" else row.report_on


def _undated(each: Standing, kind: str) -> Standing:
    if each.needs is not None:
        return each
    needs = "report_date" if kind == "report" else "incident_date" if each.row.incident_id else "incident"
    return replace(each, needs=needs)

"""A route's limits as spans of days, worked out once for an application."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from casereview.clocks.length import Length
from casereview.schemes import periods
from casereview.schemes.model import Limit, Route, Window
from casereview.schemes.periods import earliest_reaching, first_day, latest_over
from casereview.schemes.rows import Row

# The same few lengths are counted from the same days over and over.
last_day = lru_cache(8192)(periods.last_day)


class Span(NamedTuple):
    """Days, both inclusive, inside which a report (or its incident) must lie, else the rule discounts it."""

    of: str  # "report" | "incident"
    first: date
    last: date
    rule: str


@dataclass(frozen=True, slots=True)
class Recent:
    """One incident or report at least of the counted ones must lie on `since` or later."""

    of: str
    since: date


@dataclass(frozen=True, slots=True)
class Limits:
    """What each report must satisfy alone (spans, report_within), and what a set of them must together."""

    spans: tuple[Span, ...]
    report_within: Length | None
    moving: Window | None  # a window whose place depends on the reports in it
    recent: tuple[Recent, ...]


@lru_cache(4096)  # many applications are received on one day
def limits_of(route: Route, received: date, applied: date) -> Limits:
    """`applied` is the day that periods count from: the receipt, or an earlier first contact."""
    spans: list[Span] = []
    recent: list[Recent] = []
    window, moving = route.window, None
    if window is not None:
        if window.back_from == "application" and window.forward_from is None:
            start = first_day(applied, window.length)
            spans.append(Span(window.of, start, received, "outside_window"))
        else:
            moving = window
    for limit, rule in ((route.apply_within, "applied_too_late"), (route.latest_within, "latest_too_old")):
        if limit is not None:
            since = earliest_reaching(applied, limit.length)
            if rule == "latest_too_old" or limit.since.startswith("latest_"):
                recent.append(Recent(_kind(limit), since))
            else:  # the first of a set lies inside where each of them does
                spans.append(Span(_kind(limit), since, received, rule))
    if route.report_age_at_least is not None:
        latest = latest_over(received, route.report_age_at_least)
        spans.append(Span("report", date.min, latest, "too_recent"))
    within = route.report_within.length if route.report_within else None
    return Limits(tuple(spans), within, moving, tuple(recent))


def _kind(limit: Limit) -> str:
    return "incident" if limit.since.endswith("incident") else "report"


def dated(row: Row, limits: Limits) -> tuple[str | None, str | None]:
    """Whether a report's days satisfy every limit on it alone: the rule broken, or the day that is needed.

    (None, None) where every possible reading of its days satisfies them; a rule where none does.
    """
    report, incident = row.report_on, row.incident_on
    if row.exact:
        return _on_days(report.earliest, incident.earliest, limits), None
    first = {"report": report.earliest, "incident": incident.earliest}
    last = {"report": report.latest, "incident": incident.latest}
    needs = None
    for span in limits.spans:
        if first[span.of] < span.first:
            first[span.of], needs = span.first, needs or span.of
        if last[span.of] > span.last:
            last[span.of], needs = span.last, needs or span.of
        if first[span.of] > last[span.of] or first["incident"] > last["report"]:
            return span.rule, None
    if limits.report_within is not None:
        if last_day(last["incident"], limits.report_within) < first["report"]:
            return "reported_too_late", None
        if last_day(incident.earliest, limits.report_within) < report.latest:
            needs = needs or ("report" if incident.exact else "incident")
    return None, needs and _missing(needs, row)


def _on_days(report: date, incident: date, limits: Limits) -> str | None:
    """The same where both days are known."""
    for of, first, last, rule in limits.spans:
        if not first <= (report if of == "report" else incident) <= last:
            return rule
    if limits.report_within is not None and last_day(incident, limits.report_within) < report:
        return "reported_too_late"
    return None


def _missing(kind: str, row: Row) -> str:
    if kind == "incident":
        return "incident" if row.incident_id is None else "incident_date"
    return "report_date"

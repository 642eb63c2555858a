"""How one report stands on a route by itself: it counts, or does not (a rule), or something is missing."""

from dataclasses import dataclass

from casereview.schemes.application import UNKNOWN_DAY
from casereview.schemes.limits import Limits, dated
from casereview.schemes.model import Counted, Route
from casereview.schemes.rows import Row

# The bodies of section 105. A route that names no bodies looks at these.
RELEVANT_BODIES = ("council", "police", "landlord", "health")

SAME = {
    "incidents": "same_incident",
    "people": "same_person",
    "households": "same_household",
    "groups": "same_household",
    "dates": "same_date",
}


@dataclass(slots=True)  # not frozen, which would double the time to make one: nobody changes it
class Standing:
    """`rule` where the report does not count, else `needs` where that is not known yet, else it counts."""

    row: Row
    rule: str | None = None
    needs: str | None = None


def standing(row: Row, route: Route, limits: Limits) -> Standing:
    """What is certain beats what is missing: a report to the wrong body is discounted whatever its day.

    A report without any date is unknown even where its incident leaves it no day that would not count.
    """
    if row.impossible is not None:
        return Standing(row, row.impossible)
    to = row.report.to
    if to is not None and to not in (route.reported_to or RELEVANT_BODIES):
        return Standing(row, "body_outside")
    rule, needs = dated(row, limits)
    if rule is not None:
        return Standing(row, rule)
    hate = row.hate(route.hate_motivations) if route.hate_only else True
    if hate is False:
        return Standing(row, "not_hate")
    if needs is None:
        needs = "report_date" if row.report.on == UNKNOWN_DAY else _needs(row, route, hate)
    return Standing(row, None, needs)


def _needs(row: Row, route: Route, hate: bool | None) -> str | None:
    counts = route.minimums[0].counts
    if row.report.incident is None and (counts in {"incidents", "dates"} or hate is None):
        return "incident"
    if row.report.to is None:
        return "to"
    if hate is None:
        return "hate"
    if counts == "dates" and not row.incident_on.exact:
        return "incident_date"
    if row.report.by is None and (route.whose != "anyone" or unit(row, counts) is None):
        return "by"
    return _link_needs(row, route)


def _link_needs(row: Row, route: Route) -> str | None:
    if route.linked_by is None or row.link(route.linked_by) is not None:
        return None
    return "incident" if row.incident is None else route.linked_by


def unit(row: Row, counts: Counted) -> str | None:
    """What a report stands for: its incident, person, household (a group is one) or day; None where unknown."""
    if counts == "incidents":
        return row.report.incident
    if counts == "people":
        return row.report.by
    if counts in {"households", "groups"}:
        return row.household
    if counts == "dates":
        return row.incident_on.earliest.isoformat() if row.incident_on.exact else None
    return row.report.id

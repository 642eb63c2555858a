"""How one report stands on a route by itself: it counts, or does not (a rule), or something is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from casereview.schemes.limits import Limits, dated
from casereview.schemes.model import Counted, Route
from casereview.schemes.rows import Row, Rows

# The bodies of section 105. A route that names no bodies looks at these.
RELEVANT_BODIES = ("council", "police", "landlord", "health")

Unit = str | date | None  # what is counted once

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


@dataclass(slots=True)
class Stood:
    """How the reports of an application stand on a route. `ruled`: by a report's index, why it does not count."""

    live: list[Standing]
    ruled: dict[int, str]


def stand(rows: Rows, route: Route, limits: Limits) -> Stood:
    """How each report stands on a route by itself.

    What is certain beats what is missing: a report to the wrong body is discounted whatever its day.
    """
    bodies = route.reported_to or RELEVANT_BODIES
    live: list[Standing] = []
    ruled: dict[int, str] = {}
    for row in rows.rows:
        rule, needs, to = row.impossible, None, row.report.to
        if rule is None:
            if to is not None and to not in bodies:
                rule = "body_outside"
            else:
                rule, needs = _on_its_day(row, route, limits)
        if rule is None:
            live.append(Standing(row, None, needs))
        else:
            ruled[row.index] = rule
    return Stood(live, ruled)


def _on_its_day(row: Row, route: Route, limits: Limits) -> tuple[str | None, str | None]:
    """The rule that discounts a report made to a body that counts, or what is missing.

    A report without any date is unknown even where its incident leaves it no day that would not count.
    """
    rule, needs = dated(row, limits)
    if rule is not None:
        return rule, None
    hate = row.hate(route.hate_motivations) if route.hate_only else True
    if hate is False:
        return "not_hate", None
    if needs is None:
        needs = "report_date" if row.undated else _needs(row, route, hate)
    return None, needs


def _needs(row: Row, route: Route, hate: bool | None) -> str | None:
    counts = route.minimums[0].counts
    known = row.whole and hate is not None and counts not in {"dates", "households"}
    return (None if known else _unknown(row, route, hate, counts)) or _link_needs(row, route)


def _unknown(row: Row, route: Route, hate: bool | None, counts: Counted) -> str | None:
    if row.incident_id is None and (counts in {"incidents", "dates"} or hate is None):
        return "incident"
    if row.report.to is None:
        return "to"
    if hate is None:
        return "hate"
    if counts == "dates" and not row.incident_on.exact:
        return "incident_date"
    if row.person is None and (route.whose != "anyone" or UNIT[counts](row) is None):
        return "by"
    return "household" if counts == "households" and row.home is None else None


def _link_needs(row: Row, route: Route) -> str | None:
    link = route.linked_by
    if link is None or getattr(row, LINK[link]) is not None:
        return None
    return "incident" if row.incident_id is None else link


# The attribute of a row by which it belongs with others.
LINK = {"incident": "incident_id", "problem": "problem", "location": "location", "culprit": "culprit"}
# What a report stands for: its incident, person, household, group (whoever is in none is one) or day; None: unknown.
UNIT: dict[Counted, Callable[[Row], Unit]] = {
    "incidents": attrgetter("incident_id"),
    "reports": attrgetter("report.id"),
    "people": attrgetter("person"),
    "households": attrgetter("home"),
    "groups": attrgetter("household"),
    "dates": lambda row: row.incident_on.earliest if row.incident_on.exact else None,
}

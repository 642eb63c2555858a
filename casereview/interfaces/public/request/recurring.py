"""Behaviour that keeps happening: each report of it becomes an incident of its own.

Otherwise months of nights would count once. The incident is dated within one interval of the pattern before the
report ("most nights": the report's day or the two before), inside the time for which the pattern went on. Two
reports are one incident only where the applicant says so; that is asked whenever their days coincide. (Our reading.)
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told

# What may be chosen, and the interval of each in days; None: no interval is known.
OFTEN = {
    "every_day": (_("Every day or night"), 1),
    "most_days": (_("Most days or nights"), 2),
    "some_days": (_("A few times a week"), 4),
    "weekly": (_("About once a week"), 7),
    "fortnightly": (_("About every two weeks"), 14),
    "monthly": (_("About once a month"), 31),
    "other": (_("Less often, or I am not sure"), None),
}


class Span(NamedTuple):
    """Some day between the two, both included; None: not known on that side."""

    since: date | None
    until: date | None


def pattern(told: "Told", time: int) -> Span:
    """For how long the pattern went on: its first and last possible day; still going on ends today."""
    said = told.of(f"times/{time}/pattern")
    since, until = said.get("since"), said.get("until")
    return Span(since.since if since else None, until.until if until else told.today)


def incident_of(told: "Told", time: int, report: int) -> Span:
    """When the thing happened that one report of a recurring pattern was about."""
    whole = pattern(told, time)
    on = told.of(f"times/{time}/told/{report}").get("on")
    if on is None:
        return whole if whole.since else Span(None, None)
    interval = OFTEN[told.of(f"times/{time}/pattern").get("often", "other")][1]
    since = on.since - timedelta(days=interval) if interval else whole.since
    until = min(on.until, whole.until) if whole.until and since and whole.until >= since else on.until
    if since and whole.since and whole.since <= until:
        since = max(since, whole.since)
    return Span(since, until)


def may_be_the_same(told: "Told", time: int, report: int) -> list[int]:
    """The other reports of a recurring pattern whose days coincide with this one's: asked about, never assumed."""
    if told.of(f"times/{time}/when").get("kind") != "keeps":
        return []
    this = incident_of(told, time, report)
    others = [n for n in told.numbers(f"times/{time}/told") if n < report]
    return [n for n in others if _coincide(this, incident_of(told, time, n))]


def incidents(told: "Told", time: int) -> list[tuple[Span, list[int]]]:
    """The incidents that a recurring pattern becomes, with the numbers of their reports, in the order told.

    A pattern that nobody was told about is one incident, as long as the pattern itself.
    """
    joined: dict[int, list[int]] = {}
    leads: dict[int, int] = {}
    for report in told.numbers(f"times/{time}/told"):
        same = told.of(f"times/{time}/told/{report}/same").get("same_as", "no")
        chosen = int(same) if same.isdecimal() and int(same) in leads else report
        leads[report] = leads.get(chosen, chosen)
        joined.setdefault(leads[report], []).append(report)
    if not joined:
        whole = pattern(told, time)
        return [(whole if whole.since else Span(None, None), [])]
    return [(incident_of(told, time, lead), reports) for lead, reports in joined.items()]


def _coincide(one: Span, other: Span) -> bool:
    """Whether the two may be the same day; what has no known days coincides with everything."""
    if one.since is None or one.until is None or other.since is None or other.until is None:
        return True
    return one.since <= other.until and other.since <= one.until

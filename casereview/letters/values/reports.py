"""The recipient's own reports and what became of each; of everybody else's, totals that name nobody."""

from typing import Any

from django.utils.translation import gettext as _

from casereview.cases.models import Report
from casereview.letters.about import About
from casereview.wording.bodies import BODY_KINDS, within
from casereview.wording.codes import code_words
from casereview.wording.dates import vague_date
from casereview.wording.length import and_list
from casereview.wording.threshold import (
    count_sentence,
    counted_sentence,
    discount_sentence,
    unknown_sentence,
)


def own_reports(about: About) -> list[dict[str, str]]:
    """Each report that the recipient made: `what` (day and to whom) and `standing` (how it was counted)."""
    standings = _standings(_route(about))
    return [{"what": _what(report), "standing": standings.get(str(report.pk), "")} for report in _own(about)]


def counts(about: About) -> str:
    """ "You told us about four reports. Two could be counted; three are needed." Totals, of whoever reported.

    "" where the decision was made without counting.
    """
    route = _route(about)
    if not route:
        return ""
    counted = count_sentence(len(_own(about)), int(route["found"]), int(route["needs"]))
    return f"{counted} {_not_found(about, route)}".rstrip()


def _not_found(about: About, route: dict[str, Any]) -> str:
    """Where enough could be counted and it is refused all the same: what people did not find; else ""."""
    missing = [each["code"] for each in route.get("judged", []) if each["finding"] is False]
    if route["met"] is not False or route["found"] < route["needs"] or not missing:
        return ""
    what = and_list([code_words(about.record.scheme, "judged", code) for code in missing])
    return _("That is enough. But it was not found that %(what)s.") % {"what": what}


def report_day(report: Report) -> str:
    """The day of a report as well as it is known, else as it was told."""
    if report.on_from and report.on_to:
        return vague_date(report.on_from, report.on_to)
    return report.as_told or _("A day that is not known")


def _own(about: About) -> list[Report]:
    person = about.person
    return [report for report in about.record.reports if person and report.by_id == person.pk]


def _what(report: Report) -> str:
    to = within(report.body_name) or str(
        BODY_KINDS.get(report.body_kind, _("an organisation you did not name"))
    )
    return _("%(day)s, to %(body)s") % {"day": report_day(report), "body": to}


def _route(about: About) -> dict[str, Any]:
    """The route that came nearest, by the share of what it needs; {} where nothing was counted.

    The receipt is the one that was stored with the decision: `codes["receipt"]`, as `schemes.receipt_json` writes it.
    """
    decision = about.record.latest("threshold_not_met", "threshold_met")
    receipt = decision.codes.get("receipt") if decision else None
    routes = [route for route in (receipt or {}).get("routes", []) if route.get("needs")]
    return max(routes, key=lambda route: (bool(route["met"]), route["found"] / route["needs"]), default={})


def _standings(route: dict[str, Any]) -> dict[str, str]:
    counted = {str(report): counted_sentence() for report in route.get("counted", [])}
    not_counted = {
        str(report["id"]): discount_sentence(report["rule"]) for report in route.get("discounted", [])
    }
    unknown = {str(report["id"]): unknown_sentence(report["needs"]) for report in route.get("unknown", [])}
    return {**counted, **not_counted, **unknown}

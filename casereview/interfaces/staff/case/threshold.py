"""What stands beside the form of the threshold decision: the receipt, and what the bodies say."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casereview.cases.record import Record
from casereview.cases.threshold import receipt_of
from casereview.interfaces.answers import bodies_of
from casereview.interfaces.told import Reported, reported
from casereview.schemes.model import Route
from casereview.schemes.receipt import RouteReceipt, StatuteReceipt
from casereview.wording.casework import RESULTS, YES_NO_UNKNOWN
from casereview.wording.codes import code_words
from casereview.wording.routes import route_name, route_title
from casereview.wording.threshold import count_sentence, discount_sentence, unknown_sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A report on a receipt. report: None for one of others, whom a body confirms without a name."""

    report: Reported | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A receipt in words: reports that count, that do not and why, and those of which something is missing.

    rule: the route as the area's public page words it, quoted, since it speaks to the applicant; else its first rule.
    """

    title: str
    rule: str
    met: bool | None
    sentence: str
    counted: list[Line]
    discounted: list[Line]
    unknown: list[Line]
    judged: list[tuple[str, str]]


def context_of(record: Record) -> dict[str, Any]:
    """What the template of the decision needs."""
    receipt, proposed = receipt_of(record), record.latest("decision_proposed")
    reports = {str(report.id): reported(record, report) for report in record.reports}
    return {
        "receipt": receipt,
        "routes": [
            _counted(record, route_name(rule, "staff"), _rule(rule), route, reports)
            for rule, route in zip(record.scheme.routes, receipt.routes, strict=True)
        ],
        "statute": _counted(record, "", "", receipt.statute, reports),
        "bodies": bodies_of(record),
        "proposed": proposed,
        "proposed_words": RESULTS["met" if proposed and proposed.codes["met"] else "not_met"],
    }


def _rule(route: Route) -> str:
    words = route_title(route)
    return _("The public page says: “%(words)s”") % {"words": words} if route.title else words


def _counted(
    record: Record,
    title: str,
    rule: str,
    part: RouteReceipt | StatuteReceipt,
    reports: dict[str, Reported],
) -> Counted:
    ids = {*part.counted, *(one.id for one in part.discounted), *(one.id for one in part.unknown)}
    told = len(ids & reports.keys())
    judged = part.judged if isinstance(part, RouteReceipt) else ()
    answer = {True: YES_NO_UNKNOWN["yes"], False: YES_NO_UNKNOWN["no"], None: YES_NO_UNKNOWN["not_known"]}
    return Counted(
        title=title,
        rule=rule,
        met=part.met,
        sentence=count_sentence(told, part.found, part.needs, "staff", confirmed=len(ids) - told),
        counted=[Line(reports.get(id_)) for id_ in part.counted],
        discounted=[
            Line(reports.get(one.id), discount_sentence(one.rule, "staff")) for one in part.discounted
        ],
        unknown=[Line(reports.get(one.id), unknown_sentence(one.needs, "staff")) for one in part.unknown],
        judged=[(code_words(record.scheme, "judged", one.code), str(answer[one.finding])) for one in judged],
    )

"""The backstop: section 104(4) of the Anti-social Behaviour, Crime and Policing Act 2014."""

from datetime import date
from typing import Literal

from casereview.schemes.limits import limits_of
from casereview.schemes.model import Limit, Minimum, Route, Statute
from casereview.schemes.receipt import StatuteReceipt
from casereview.schemes.routes import assess_route
from casereview.schemes.rows import Rows
from casereview.schemes.standing import RELEVANT_BODIES


def assess_statute(statute: Statute, received: date, rows: Rows) -> StatuteReceipt:
    """Have three qualifying complaints been made about the behaviour? Anybody's count, of any household.

    The complaint is made within one month beginning with the day of the behaviour, the application within six
    months beginning with the day of the complaint. The Act speaks of the application: an earlier first
    contact does not move this. Whether several complaints of one incident count once is not settled in law:
    counted both ways, and None where that decides.
    """
    limits = limits_of(_route(statute, "incidents"), received, received)
    merged = assess_route(_route(statute, "incidents"), limits, rows, {})
    told = [row.report.incident for row in rows.rows]
    each_once = len(set(told)) == len(told)  # then there is nothing to merge
    unmerged = merged if each_once else assess_route(_route(statute, "reports"), limits, rows, {})
    doubles = sum(each.rule == "same_incident" for each in merged.discounted)
    return StatuteReceipt(
        met=merged.met if merged.met == unmerged.met else None,
        needs=statute.complaints,
        # The two ways of counting may do best on different problems: the most that any of them has.
        found_unmerged=max(unmerged.found, merged.found + doubles),
        counted=merged.counted,
        discounted=merged.discounted,
        unknown=merged.unknown,
    )


def _route(statute: Statute, counts: Literal["incidents", "reports"]) -> Route:
    """The statute as a route of its own."""
    return Route(
        name="statute",
        title=None,
        source=statute.source,
        minimums=(Minimum(counts, statute.complaints),),
        report_within=Limit(statute.report_within, "incident"),
        apply_within=Limit(statute.apply_within, "report"),
        reported_to=RELEVANT_BODIES,
        linked_by="problem",
    )

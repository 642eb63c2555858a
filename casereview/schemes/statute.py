"""The backstop: section 104(4) of the Anti-social Behaviour, Crime and Policing Act 2014."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from casereview.schemes.groups import best_of
from casereview.schemes.limits import limits_of
from casereview.schemes.model import Limit, Minimum, Route, Statute
from casereview.schemes.receipt import StatuteReceipt
from casereview.schemes.routes import reports
from casereview.schemes.rows import Rows
from casereview.schemes.standing import RELEVANT_BODIES, stand

# What the law says in every area, whatever its page does: the same lines in every file.
AS_WRITTEN = """\
[statute]
complaints = 3
report_within = { months = 1 }
apply_within = { months = 6 }
source = "Anti-social Behaviour, Crime and Policing Act 2014, section 104(4), and its meaning of a qualifying complaint"
"""
IN_ONE_LINE = f"statute = {{ {', '.join(AS_WRITTEN.splitlines()[1:])} }}"  # the same, for the top of a file


def assess_statute(statute: Statute, received: date, rows: Rows) -> StatuteReceipt:
    """Have three qualifying complaints been made about the behaviour? Anybody's count, of any household.

    The complaint is made within one month beginning with the day of the behaviour, the application within six
    months beginning with the day of the complaint. The Act speaks of the application: an earlier first
    contact does not move this. Whether several complaints of one incident count once is not settled in law:
    counted both ways, and None where that decides.
    """
    by_incident, by_report = _routes(statute)
    limits = limits_of(by_incident, received, received)
    stood = stand(rows, by_incident, limits)
    best = best_of(by_incident, limits, stood.live, rows)
    met, found = best.count.number, len(best.count.counted)
    counted, discounted, unknown = reports(by_incident, rows, stood, best)
    if not _each_once(rows):
        unmerged = best_of(by_report, limits, stand(rows, by_report, limits).live, rows)
        met = met if met == unmerged.count.number else None
        # The two ways of counting may do best on different problems: the most that any of them has.
        found = max(len(unmerged.count.counted), found + len(best.count.same))
    return StatuteReceipt(met, statute.complaints, found, counted, discounted, unknown)


def _each_once(rows: Rows) -> bool:
    """Whether no two reports tell of the same incident, nor two of none that is known: then nothing is to be merged."""
    return len({row.incident_id for row in rows.rows}) == len(rows.rows)


@lru_cache
def _routes(statute: Statute) -> tuple[Route, Route]:
    """The statute as routes of their own: one counts incidents, the other every complaint."""
    by_incident = Route(
        name="statute",
        title=None,
        source=statute.source,
        minimums=(Minimum("incidents", statute.complaints),),
        report_within=Limit(statute.report_within, "incident"),
        apply_within=Limit(statute.apply_within, "report"),
        reported_to=RELEVANT_BODIES,
        linked_by="problem",
    )
    return by_incident, replace(by_incident, minimums=(Minimum("reports", statute.complaints),))

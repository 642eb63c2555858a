"""Late actions of which nobody has spoken: their owner was asked, then the escalation contact; now the applicant hears.

Whoever says why an action is late, or what blocks it, tells the applicant with the same words. Silence tells them
nothing, so it is told on: once for each date of an action.
"""

from casereview.cases.action_reminders import rungs_of
from casereview.cases.plan import Progress, owed_actions
from casereview.cases.record import Record
from casereview.clocks.rungs import has_come

ESCALATED = 1  # working days after the date, where the scheme writes to no escalation contact


def unspoken(record: Record) -> list[Progress]:
    """Those of which the applicant is to be told on the record's day: from the working day after the escalation."""
    if record.applicant is None or record.has("applicant_died"):
        return []
    rung = next((rung for rung in rungs_of(record) if rung > 0), ESCALATED) + 1
    return [
        each
        for each in owed_actions(record)
        if each.status != "blocked"  # of which they were told why
        and has_come(record.today, each.due, rung, record.calendar)
        and not _told(record, each)
    ]


def _told(record: Record, action: Progress) -> bool:
    """Whether they were told that it is late for the date that it has now."""
    due = action.due.isoformat()
    told = record.current("late_action_told")
    return any(fact.codes["action"] == action.number and fact.codes["due"] == due for fact in told)

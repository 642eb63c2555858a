"""Which owners of actions are to be reminded: before the date, on it, and after it, as bodies are of their returns.

An action's date is its own, set by people, not a clock of the scheme; how it is chased is as the scheme chases returns.
"""

from dataclasses import dataclass

from casereview.cases.plan import Progress, owed_actions
from casereview.cases.record import Record
from casereview.clocks.rungs import has_come
from casereview.schemes.unstated import REMINDERS


@dataclass(frozen=True, slots=True)
class Reminder:
    """One rung of the ladder for one action. level: 0, 1, …; escalates: it goes to the escalation contact too."""

    action: Progress
    level: int
    escalates: bool


def rungs_of(record: Record) -> tuple[int, ...]:
    """Working days from the due date, in order: negative ones before it."""
    clock = record.scheme.clocks.get("return")
    return tuple(sorted(clock.chase if clock and clock.chase else REMINDERS))


def reminders(record: Record) -> list[Reminder]:
    """What is to be sent on the record's day: for each open action the last rung whose day has come, once a date."""
    found = (_reminder(record, each) for each in owed_actions(record))
    return [reminder for reminder in found if reminder]


def _reminder(record: Record, action: Progress) -> Reminder | None:
    rungs = rungs_of(record)
    come = [
        level for level, rung in enumerate(rungs) if has_come(record.today, action.due, rung, record.calendar)
    ]
    if not come or come[-1] <= _last_level(record, action):
        return None
    return Reminder(action, come[-1], escalates=rungs[come[-1]] > 0)


def _last_level(record: Record, action: Progress) -> int:
    """How far it was chased for the date that it has now; -1 where it was not. A new date begins anew."""
    due = action.due.isoformat()
    sent = [
        int(fact.codes["level"])
        for fact in record.current("action_chased")
        if fact.codes["action"] == action.number and fact.codes["due"] == due
    ]
    return max(sent, default=-1)

"""What lists need stored: deadlines and a summary. Both follow from the facts; `rebuild` proves it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from casereview.cases.appeal import running
from casereview.cases.beginning import beginning
from casereview.cases.deadlines import derive
from casereview.cases.further_action import owed_further
from casereview.cases.models import Deadline, Summary
from casereview.cases.owner import owner_of
from casereview.cases.plan import owed_actions
from casereview.cases.record import Record
from casereview.cases.risk import risk_of
from casereview.cases.silence import hear_by, heard_on, level_told
from casereview.cases.status import status
from casereview.clocks.calendar import Calendar

LAST = date(9999, 12, 31)
FURTHER = "further_action"  # so does the date by which something is done that a panel asked for
ACTION = "action"  # stands where a clock's name does: an action's date is its own, no clock of the scheme


class Next(NamedTuple):
    """A date that is still to be kept: of which clock, for which holder, and who owes it (a code, or that holder)."""

    due: date
    clock: str
    subject: str
    owed_by: str


def project(record: Record, calendar: Calendar) -> tuple[list[Deadline], Summary]:
    """Return the deadlines and the summary that this case should have, unsaved."""
    deadlines = derive(record, calendar)
    return deadlines, summarise(record, deadlines, calendar)


def save(deadlines: list[Deadline], summary: Summary) -> None:
    """Replace what is stored for this case (as the writing role)."""
    Deadline.objects.filter(case_id=summary.case_id).delete()
    Deadline.objects.bulk_create(deadlines)
    Summary.objects.bulk_create(
        [summary],
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=[f.name for f in Summary._meta.concrete_fields if not f.primary_key],
    )


def summarise(record: Record, deadlines: list[Deadline], calendar: Calendar) -> Summary:
    """The one row by which lists show, sort and find a case."""
    owed = sorted(_owed(record, deadlines))
    next_one = owed[0] if owed else None
    received = beginning(record) or record.facts[0]
    now = owner_of(record)
    risk = risk_of(record)
    affected = record.victim or record.applicant
    place = next((incident.location for incident in record.incidents if incident.location), "")
    appeal = running(record)
    closed, silent = record.has("case_closed") and appeal is None, _silent_bodies(deadlines)
    hear = hear_by(record, deadlines, calendar)
    return Summary(
        case=record.case,
        area=record.case.area,
        reference=record.case.reference,
        status=status(record),
        received_on=received.happened_on,
        channel=received.codes.get("channel", ""),
        next_due=next_one.due if next_one else None,
        next_clock=next_one.clock if next_one else "",
        next_subject=next_one.subject if next_one else "",
        waiting_for=_waiting_for(silent, owed),
        owner=now.owner,
        deputy=now.deputy,
        risk=risk,
        name=affected.name if affected else "",
        place=record.said(received, "place") or place,
        letter_held=_letter_held(record),
        closed=closed,
        appealed_on=appeal.received.happened_on if appeal else None,
        heard_on=heard_on(record),
        hear_by=hear.due if hear else None,
        silence_told=level_told(record),
        silent_bodies="".join(f"{body} " for body in silent),
        order=_order(closed, risk, next_one),
    )


def _owed(record: Record, deadlines: Iterable[Deadline]) -> Iterable[Next]:
    """What others than the applicant have still to keep: open clocks, and the actions of a plan that was sent."""
    for run in deadlines:
        owed_by = record.scheme.clocks[run.clock].owed_by
        if run.is_open and run.due and owed_by != "applicant":
            yield Next(run.due, run.clock, run.subject, owed_by)
    for action in owed_actions(record):
        yield Next(action.due, ACTION, action.body, action.body)
    for each in owed_further(record):
        yield Next(each.due, FURTHER, each.owner if each.owner.startswith("body:") else "", each.owner)


def _waiting_for(silent: list[str], owed: list[Next]) -> str:
    """Whom the case waits for: all who owe the next date; where none is promised, bodies that have not answered.

    A code, or holders with a blank between them.
    """
    if not owed:
        return (silent[0] if len(silent) == 1 else "bodies") if silent else ""
    first = owed[0]
    same = [each.subject for each in owed if (each.due, each.clock) == (first.due, first.clock)]
    return " ".join(dict.fromkeys(same)) if first.subject else first.owed_by


def _silent_bodies(deadlines: Iterable[Deadline]) -> list[str]:
    """The bodies that were asked something and have not answered, while it is still of use."""
    return sorted({run.subject for run in deadlines if run.is_open and run.subject.startswith("body:")})


def _letter_held(record: Record) -> bool:
    held = {fact.codes.get("letter") for fact in record.current("letter_held")}
    settled = {fact.codes.get("letter") for fact in record.current("letter_sent", "letter_cancelled")}
    return bool(held - settled)


def _order(closed: bool, risk: str, next_one: Next | None) -> str:
    """Open before closed, an unanswered danger before all else, then the nearest date; undated ones last."""
    danger = "0" if risk == "immediate" else "1"
    due = (next_one.due if next_one else LAST).isoformat()
    return f"{'1' if closed else '0'}{danger}{due}"

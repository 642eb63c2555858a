"""Which clocks run in a case, derived from its facts, its scheme and the calendar. Nothing here looks at today."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from casereview.cases.answered_by_all import completed
from casereview.cases.models import Deadline, Fact
from casereview.cases.record import Record
from casereview.clocks.calendar import BeyondHorizon, Calendar
from casereview.clocks.deadline import Receipt
from casereview.clocks.length import Length
from casereview.clocks.moved import Move, moves, moves_back
from casereview.schemes.model import Clock
from casereview.schemes.promises import facts_of

# What a clock waits for is of no use any more after this: a body that has not answered stays visible as silent.
NO_USE_AFTER: dict[str, tuple[str, ...]] = {
    "reports_answered": (
        "threshold_met",
        "threshold_not_met",
        "application_withdrawn",
        "transferred_out",
    ),
    "return_received": ("review_held",),
    "pack_sent": ("review_held",),
    "appeal_acknowledged": ("appeal_withdrawn",),
    "appeal_contact_made": (
        "appeal_withdrawn",
        "appeal_qualified",
        "appeal_not_qualified",
        "late_appeal_not_admitted",
    ),
    "appeal_qualified": ("appeal_withdrawn",),
}


@dataclass(frozen=True, slots=True)
class Run:
    """One time that a clock ran, from a fact to what stopped it. ended: the London day on which it ended unstopped."""

    clock: Clock
    subject: str
    start: Fact
    stop: Fact | None
    ended: date | None

    @property
    def is_open(self) -> bool:
        """Whether the clock still runs."""
        return self.stop is None and self.ended is None

    @property
    def until(self) -> date | None:
        """The day on which it stopped or ended."""
        return self.stop.happened_on if self.stop else self.ended


def derive(record: Record, calendar: Calendar) -> list[Deadline]:
    """Every run of every clock of the scheme, unsaved: open, stopped, or ended by the close of the case."""
    return [
        _deadline(run, record, calendar)
        for clock in record.scheme.clocks.values()
        for run in runs_of(clock, record)
    ]


def runs_of(clock: Clock, record: Record) -> Iterable[Run]:
    """One run for each starting fact; a second start for the same subject while it runs changes nothing."""
    starts, stops = facts_of(clock.starts), facts_of(clock.stops)
    if not record.has(*starts, "notice_served"):
        return
    begun_by, ended_by = completed(record, clock.starts), completed(record, clock.stops)
    open_runs: dict[str, Fact] = {}
    for fact in record.current(*dict.fromkeys((*starts, *stops, "notice_served"))):
        of_all = fact.id in begun_by or fact.id in ended_by
        subject = "" if of_all else str(fact.codes.get("body", ""))
        if fact.kind in clock.stops or fact.id in ended_by:
            for held in [key for key in open_runs if "" in (subject, key) or subject == key]:
                yield Run(clock, held, open_runs.pop(held), fact, None)
        if _starts(clock, fact, begun_by) and subject not in open_runs:
            open_runs[subject] = fact
    for subject, fact in open_runs.items():
        yield Run(clock, subject, fact, None, _ended(clock, record, fact))


def due_of(run: Run, record: Record, calendar: Calendar) -> date | None:
    """The date by which it is due: the same that `derive` finds, without its receipt."""
    try:
        history = _history(run, record, calendar)
    except BeyondHorizon:
        return None
    return history[-1].receipt.due if history else None


def _starts(clock: Clock, fact: Fact, begun_by: Collection[UUID]) -> bool:
    """Whether it starts with this fact. begun_by: the answers with which the last of those asked has answered.

    A clock that runs against a person starts when the written notice of the event counts as served.

    What another case carried along started its clocks there.
    """
    if fact.codes.get("carried"):
        return False
    if clock.starts_on == "served" and fact.kind == "notice_served":
        return fact.codes.get("event") in clock.starts
    return fact.id in begun_by or (clock.starts_on == "day" and fact.kind in clock.starts)


def _deadline(run: Run, record: Record, calendar: Calendar) -> Deadline:
    due, receipt = _worked_out(run, record, calendar)
    if run.clock.starts_on == "served" and run.start.corrects_id:
        receipt |= {"served_before": _served_before(record, run.start)}
    return Deadline(
        case=record.case,
        clock=run.clock.name,
        subject=run.subject,
        started_by=run.start,
        started_on=run.start.happened_on,
        due=due,
        stopped_by=run.stop,
        stopped_on=run.stop.happened_on if run.stop else None,
        ended_on=run.ended,
        receipt=receipt,
    )


def _ended(clock: Clock, record: Record, start: Fact) -> date | None:
    """The London day on which a clock ended that nothing stopped: the case closed, or what it was for has happened."""
    stops = facts_of(clock.stops)
    of_no_use = [record.latest(*NO_USE_AFTER[kind]) for kind in stops if kind in NO_USE_AFTER]
    closed = None if clock.survives_close else record.latest("case_closed")
    ends = [fact.happened_on for fact in (closed, *of_no_use) if fact and record.comes_after(fact, start)]
    return min(ends, default=None)


def receipt_of(row: Deadline) -> Receipt:
    """How a deadline's date was worked out, as a value again."""
    length = next(iter((row.receipt.get("length") or {}).items()), None)
    return Receipt(
        start=row.started_on,
        due=row.due,
        length=Length(length[1], length[0]) if length else None,
        skipped=tuple(
            (date.fromisoformat(each["date"]), each["why"]) for each in row.receipt.get("skipped", [])
        ),
        source=row.receipt.get("source", ""),
    )


def day_ahead(event: Fact) -> date:
    """The day of an event that lies ahead, such as a meeting that was arranged: its code `for`, an ISO date."""
    told = event.codes.get("for")
    return date.fromisoformat(told) if told else event.happened_on


def _served_before(record: Record, start: Fact) -> dict[str, Any]:
    """Of a notice whose letter had come back: on which day it first counted as served, and whether it went again."""
    facts = {fact.id: fact for fact in record.facts}
    before = [start]
    while before[-1].corrects_id:
        before.append(facts[before[-1].corrects_id])
    return {
        "date": before[-1].happened_on.isoformat(),
        "again": any(fact.codes.get("taken_back") for fact in before),
    }


def _worked_out(run: Run, record: Record, calendar: Calendar) -> tuple[date | None, dict[str, Any]]:
    """The due date with its receipt, and every date it had before with the day on which that became known."""
    try:
        history = _history(run, record, calendar)
    except BeyondHorizon as beyond:
        return None, {"beyond": str(beyond)}
    if not history:
        return None, {}
    receipt = history[-1].receipt
    moved = [
        {"known_on": move.known_on.isoformat(), "due": move.receipt.as_json()["due"]} for move in history
    ]
    return receipt.due, {**receipt.as_json(), "history": moved}


def _history(run: Run, record: Record, calendar: Calendar) -> tuple[Move, ...]:
    """Every date it had, the last of which holds; none where it counts back from what is not arranged.

    Raises BeyondHorizon.
    """
    clock, started_on = run.clock, run.start.happened_on
    if clock.until:  # the next day on which the scheme's standing group meets, as far as one is known
        group = record.scheme.group
        due = group.next_after(started_on) if group else None
        return (Move(started_on, Receipt(started_on, due, None, (), clock.source)),)
    if not clock.counts_back_from:
        return moves(started_on, clock.length, calendar, stopped=run.until, source=clock.source)
    event = record.latest(clock.counts_back_from)
    if event is None:
        return ()
    return moves_back(
        day_ahead(event), started_on, clock.length, calendar, stopped=run.until, source=clock.source
    )

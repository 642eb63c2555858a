"""What must hold after every step of every walk, whatever was done: of the order, of the clocks, of those who judge."""

from collections.abc import Iterable
from datetime import date

from casereview.cases.deadlines import NO_USE_AFTER, derive
from casereview.cases.models import Deadline, Fact
from casereview.cases.record import Record
from casereview.cases.status import status
from casereview.process import STEPS
from casereview.schemes.model import Clock
from casereview.wording.status import STATUS_WORDS
from tests.walk.order import in_order
from tests.walk.stored import STORED

RECORDED = {kind for step in STEPS.values() for kind in step.records}
JUDGED = (
    "appeal_referred",
    "late_appeal_admitted",
    "appeal_qualified",
    "appeal_not_qualified",
    "hearing_held",
    "appeal_decided",
)
CASEWORK = (
    "application_dispatched",
    "decision_proposed",
    "body_view_recorded",
    "threshold_met",
    "threshold_not_met",
    "review_held",
    "minutes_signed",
    "plan_settled",
)


def steps_keep_to_their_rules(record: Record, before: int) -> None:
    """Of the facts since the one with that number: each may stand where it stands, by whom it was recorded."""
    assert status(record) in STATUS_WORDS
    worked = {fact.by for fact in (*record.linked_facts, *record.facts) if fact.kind in CASEWORK}
    for fact in record.facts[before:]:
        assert fact.kind in RECORDED, fact.kind
        ahead = fact.kind == "notice_served"  # what was posted counts as served some days later
        assert fact.happened_on <= record.today or ahead, (fact.kind, fact.happened_on)
        assert in_order(record, fact), (fact.kind, [each.kind for each in record.facts])
        assert fact.kind not in JUDGED or fact.by not in worked, (fact.kind, fact.by_name)


def no_clock_is_lost(record: Record, before: list[Deadline]) -> None:
    """Whatever starts a clock has its run, no run that there was before is gone, and each is open, stopped or ended."""
    runs = record.deadlines
    for clock in record.scheme.clocks.values():
        theirs = [run for run in runs if run.clock == clock.name]
        for fact in _starting(clock, record):
            assert any(_covers(run, fact, record) for run in theirs), (clock.name, fact.kind)
    for run in runs:
        assert _is_accounted_for(run, record), (run.clock, run.subject, run.receipt)
    now = {(run.clock, run.subject, _first(run.started_by, record).id): run for run in runs}
    for old in before:
        stands = now.get((old.clock, old.subject, _first(old.started_by, record).id))
        assert stands or _was_corrected(old.started_by, record), (old.clock, old.subject)
        assert stands is None or _not_earlier(stands, old, record), (old.clock, old.due, stands.due)


def is_the_same(rebuilt: Record, record: Record) -> None:
    """Out of what is stored alone, read on another day, comes the same case with the same dates."""
    for name in STORED.values():
        assert [row.pk for row in getattr(rebuilt, name)] == [row.pk for row in getattr(record, name)], name
    assert [_told(run) for run in derive(rebuilt, record.calendar)] == [
        _told(run) for run in record.deadlines
    ]
    assert status(rebuilt) == status(record)


def _starting(clock: Clock, record: Record) -> Iterable[Fact]:
    served = clock.starts_on == "served"
    for fact in record.current(*(("notice_served",) if served else clock.starts)):
        if not fact.codes.get("carried") and (not served or fact.codes.get("event") in clock.starts):
            yield fact


def _covers(run: Deadline, fact: Fact, record: Record) -> bool:
    """Whether the fact started this run, or came while it ran, for the same body or for the case."""
    if run.subject != str(fact.codes.get("body", "")):
        return False
    if run.started_by_id == fact.id:
        return True
    ran_on = run.stopped_by is None or record.comes_after(run.stopped_by, fact)
    return record.comes_after(fact, run.started_by) and ran_on


def _is_accounted_for(run: Deadline, record: Record) -> bool:
    """Stopped by what stops it, ended for a reason, or open: with a due date, wherever one is promised."""
    clock = record.scheme.clocks[run.clock]
    if run.stopped_by:
        whose = str(run.stopped_by.codes.get("body", ""))
        stops = run.stopped_by.kind in clock.stops and (not whose or run.subject in {"", whose})
        return stops and run.ended_on is None and record.comes_after(run.stopped_by, run.started_by)
    if run.ended_on:
        ends = [kind for stop in clock.stops for kind in NO_USE_AFTER.get(stop, ())]
        ends += [] if clock.survives_close else ["case_closed"]
        return any(record.comes_after(fact, run.started_by) for fact in record.current(*ends))
    closed = record.latest("case_closed")
    may_run = clock.survives_close or closed is None or record.comes_after(run.started_by, closed)
    event_is_off = clock.counts_back_from and not record.has(clock.counts_back_from)
    no_date = clock.length is None or "beyond" in run.receipt or event_is_off
    return may_run and bool(run.due or no_date)


def _not_earlier(now: Deadline, old: Deadline, record: Record) -> bool:
    """No promise becomes earlier, unless the day from which it counts was corrected or arranged anew."""
    moved = now.started_by_id != old.started_by_id or record.scheme.clocks[now.clock].counts_back_from
    promised = _before_it_stopped(now, record) or old.due
    return bool(moved) or promised is None or (now.due is not None and now.due >= promised)


def _before_it_stopped(run: Deadline, record: Record) -> date | None:
    """The date as it was on the day on which the clock stopped; None where it has not been moved since.

    What stopped it may be recorded days later, when a holiday has moved the date of a clock that seemed to run.
    """
    for fact in record.current("deadline_moved") if run.stopped_on else ():
        its_own = (fact.codes["clock"], fact.codes["subject"]) == (run.clock, run.subject)
        if its_own and fact.happened_on > run.stopped_on:
            return date.fromisoformat(fact.codes["old"])
    return None


def _first(fact: Fact, record: Record) -> Fact:
    """The fact that was corrected to this one, perhaps more than once: where it stands in the order of events."""
    while fact.corrects_id:
        fact = next(each for each in record.facts if each.id == fact.corrects_id)
    return fact


def _was_corrected(fact: Fact, record: Record) -> bool:
    return any(each.corrects_id and _first(each, record) == _first(fact, record) for each in record.facts)


def _told(run: Deadline) -> tuple[object, ...]:
    started, stopped = run.started_by_id, run.stopped_by_id
    return run.clock, run.subject, started, run.started_on, run.due, stopped, run.ended_on, run.receipt

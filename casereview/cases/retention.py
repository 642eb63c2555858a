"""How long a case is kept, and what keeps it longer: derived from the facts of the case and of those linked with it."""

from datetime import date

from casereview.cases.appeal import running
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.clocks.calendar import Calendar
from casereview.clocks.deadline import by_calendar, deadline
from casereview.clocks.length import Length
from casereview.schemes import unstated
from casereview.schemes.model import Scheme


def erased(record: Record) -> Fact | None:
    """The fact of its erasure; None while its details are there."""
    return record.latest("case_erased")


def hold_of(record: Record) -> Fact | None:
    """The legal hold that stands: nothing is erased before it is lifted."""
    placed, lifted = record.latest("legal_hold_placed"), record.latest("legal_hold_lifted")
    return placed if placed and (lifted is None or lifted.number < placed.number) else None


def kept_by(record: Record) -> str:
    """What keeps a case however old it is: "hold", "linked_hold", "open", "linked_open", "appeal"; "" for nothing."""
    if hold_of(record):
        return "hold"
    if not record.has("case_closed"):
        return "open"
    if running(record):
        return "appeal"
    if _held_elsewhere(record):
        return "linked_hold"
    return "linked_open" if _open_elsewhere(record) else ""


def _held_elsewhere(record: Record) -> bool:
    """Whether a linked case is under a legal hold: they share an application, so none goes alone."""
    last: dict[object, str] = {}
    for fact in record.linked_facts:
        if fact.kind in {"legal_hold_placed", "legal_hold_lifted"}:
            last[fact.case_id] = fact.kind
    return "legal_hold_placed" in last.values()


def _open_elsewhere(record: Record) -> bool:
    """Whether a linked case is not closed yet."""
    cases = {fact.case_id for fact in record.linked_facts}
    closed = {fact.case_id for fact in record.linked_facts if fact.kind == "case_closed"}
    return bool(cases - closed)


def last_day_kept(record: Record) -> date | None:
    """The last London day on which the details are kept: so long after the last linked case closed.

    None while the case is open.
    """
    closed = record.latest("case_closed")
    if closed is None:
        return None
    days = [fact.happened_on for fact in record.linked_facts if fact.kind == "case_closed"]
    return after_close(max([closed.happened_on, *days]), kept_for(record.scheme), record.calendar)


def kept_for(scheme: Scheme) -> Length:
    """How long a case is kept from the day it closes."""
    length = unstated.timing(scheme).keep_case
    assert length is not None
    return length


def after_close(closed: date, length: Length, calendar: Calendar) -> date | None:
    """The day that lies `length` after the close; working days are counted with the calendar of this installation."""
    if length.unit == "working_days":
        return deadline(closed, length, calendar).due
    return by_calendar(closed, length)

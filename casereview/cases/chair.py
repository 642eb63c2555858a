"""Who chairs a review: derived from the facts."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from casereview.cases.guards import Scope
from casereview.cases.models import Fact
from casereview.cases.outcome import End
from casereview.cases.record import Record

SEES: tuple[Scope, ...] = ("case", "application", "restricted")  # once they have declared
ENDED = ("chair_ended", "conflict_declared")


def appointment_of(record: Record) -> Fact | None:
    """The appointment that stands: the last `chair_appointed` that nothing has ended since.

    Its codes: `chair`, and `until`, the last London day (ISO) on which they may see the case.
    """
    last, ended = record.latest("chair_appointed"), record.latest(*ENDED)
    return last if last and (ended is None or ended.number < last.number) else None


def appointed(record: Record) -> str:
    """The holder (`user:7`) of whoever is appointed now, declared or not; "" for nobody."""
    found = appointment_of(record)
    return str(found.codes["chair"]) if found else ""


def chair_of(record: Record) -> str:
    """The holder (`user:7`) of the chair who has declared that nothing conflicts; "" before that."""
    found, declared = appointment_of(record), record.latest("chair_declared")
    if found is None or declared is None or declared.number < found.number:
        return ""
    return str(found.codes["chair"])


def access_until(last: str) -> datetime:
    """The moment at which a chair's access ends: the end of that London day (ISO)."""
    return timezone.make_aware(datetime.combine(date.fromisoformat(last) + timedelta(days=1), time()))


def access_ended(record: Record) -> tuple[End, ...]:
    """What an outcome says so that whoever is appointed now no longer sees the case; nothing where nobody is."""
    holder = appointed(record)
    return (End(holder),) if holder else ()

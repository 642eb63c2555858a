"""What follows when a chair turns out to have a conflict: their access ends, and the co-ordinators are asked to act."""

from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.chair import access_ended, appointed
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record


def conflict_found(record: Record, what: str, on: date) -> Outcome:
    """The outcome of a declaration on that London day: what it is, for co-ordinators alone, and a task for today."""
    declared = NewFact(
        "conflict_declared",
        on,
        {"chair": appointed(record)},
        words=(Told({"conflict": what}, scope="contact"),),
    )
    task = NewFact(
        "task_added",
        record.today,
        {"who": "", "due": record.today.isoformat()},
        words=(
            Told({"what": _("Appoint another chair: the one appointed has a conflict.")}, scope="restricted"),
        ),
    )
    return Outcome((declared, task), access=access_ended(record))

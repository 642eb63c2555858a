"""What each page of a review shows its chair: what they need to lead the meeting, and how nobody is reached."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casereview.cases.evidence import evidence_of
from casereview.cases.meeting import meeting_of
from casereview.cases.minutes import latest
from casereview.cases.models import Fact, Summary
from casereview.cases.plan import progress
from casereview.cases.record import Record
from casereview.cases.returns import entries_of, returns_of, unanswered
from casereview.cases.status import status
from casereview.interfaces.answers import bodies_of
from casereview.interfaces.due import dues_of
from casereview.interfaces.file_form import STATES
from casereview.interfaces.history import holder_names
from casereview.interfaces.pack import sent_to
from casereview.interfaces.panel.waiting import steps_of_a_chair
from casereview.interfaces.sitting import sitting_of
from casereview.interfaces.told import day_words, incidents_of, told_of
from casereview.wording.casework import ENTRY_KINDS, RETURNS
from casereview.wording.status import STATUS_WORDS
from casereview.wording.told import told_words


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the sub navigation: its words, and what its template needs."""

    words: str | Promise
    shows: Callable[[Record], dict[str, Any]]


def overview(record: Record) -> dict[str, Any]:
    """Where it stands, the dates, which bodies are silent, and what the chair can do."""
    names = holder_names(record, [run.subject for run in record.deadlines])
    summary = Summary.objects.visible_to(record.viewer).filter(case=record.case).first()
    return {
        "name": summary.name if summary else "",
        "status": STATUS_WORDS[status(record)],
        "dues": [due for due in dues_of(record, names) if due.row.is_open and due.row.due],
        "silent": unanswered(record),
        "meeting": meeting_of(record),
        "held": record.latest("review_held"),
        "papers": sent_to(record, record.viewer.holder),
        "steps": [(step, step.is_open(record)) for step in steps_of_a_chair()],
    }


def bodies(record: Record) -> dict[str, Any]:
    """What each body was told and said about reports, and what came of asking it for what it holds."""
    returns = [
        (one, RETURNS[one.state], _words(record, one.given), _entries(record, one.given))
        for one in returns_of(record)
    ]
    return {"bodies": bodies_of(record), "returns": returns}


def _entries(record: Record, given: Fact | None) -> list[tuple[str, str, str, str]]:
    """What a return holds: of each entry its day, its kind, what it says and what came of it."""
    return [
        (
            day_words(entry.on_from, entry.on_to, entry.as_told),
            str(ENTRY_KINDS[entry.kind]),
            entry.what,
            entry.outcome,
        )
        for entry in (entries_of(record, given) if given else [])
    ]


def meeting(record: Record) -> dict[str, Any]:
    """The meeting, the applicant's part in it, and the minutes with what may not be shared."""
    last = latest(record)
    files = [(each, evidence_of(record, each.number)) for each in progress(record) if each.action]
    return {
        **sitting_of(record),
        "to_sign": last is not None and last.signed is None,
        "files": [(action, found) for action, found in files if found],
        "states": STATES,
    }


def _words(record: Record, fact: Fact | None) -> list[tuple[str, str]]:
    return [pair for row in record.words.get(fact.id, []) for pair in told_words(row.values)] if fact else []


PAGES: dict[str, Page] = {
    "overview": Page(_("Overview"), overview),
    "application": Page(_("Application"), lambda record: {"told": told_of(record)}),
    "incidents": Page(_("Incidents and reports"), lambda record: {"incidents": incidents_of(record)}),
    "bodies": Page(_("Bodies"), bodies),
    "meeting": Page(_("Meeting and minutes"), meeting),
}

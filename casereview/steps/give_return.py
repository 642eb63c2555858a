"""Stage 10: a body says what it holds (MISSION C1). "Nothing held" is an answer; no answer never is.

A second return of the same body replaces the first, and counts from the day of the first: it had answered by then.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Document, Entry, Report
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.returns import asked_bodies, return_of
from casereview.people.viewer import Viewer
from casereview.steps.entry_rows import Row
from casereview.steps.return_form import ReturnForm
from casereview.steps.step import Answers, Step, day_of, until_closed

RESTRICTED = ("given_by", "risk", "constraints", "planned", "withheld_reason")


def is_open(record: Record) -> str:
    """Open once a body was asked, until the case is closed: a late answer is an answer."""
    if why := until_closed(record):
        return why
    return "" if asked_bodies(record) else gettext("No body has been asked for information.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the return: codes in the spine, entries and words that the body itself may read again."""
    assert record is not None
    body, before = answers["body"], return_of(record, answers["body"])
    words = (
        Told({name: answers[name] for name in RESTRICTED}, scope="restricted", own=body),
        Told({"for_applicant": answers["for_applicant"]}, own=body),
    )
    codes = {
        "body": body,
        "nil": answers["held"] == "nothing",
        "withheld": answers["withheld"] or "none",  # who holds nothing was not asked
        "returned": _returned(answers),
        "matches": {str(report.id): match for report, match, _row in answers["matches"] if match},
    }
    if before:
        codes["again_on"] = day_of(answers, at).isoformat()
    fact = NewFact(
        "return_received",
        before.happened_on if before else day_of(answers, at),
        codes,
        words=words,
        rows=(*_entries(answers, body), *_documents(answers, body)),
        corrects=before,
        reason=gettext("The body answered again") if before else "",
    )
    return Outcome((fact,))


def _returned(answers: Answers) -> str:
    """The code of cases.returns.State."""
    if answers["held"] == "nothing":
        return "nil"
    return {"none": "answered", "part": "part", "all": "withheld"}[answers["withheld"]]


def _entries(answers: Answers, body: str) -> Iterator[Entry]:
    told = [(row, report) for report, _match, row in answers["matches"] if row]
    told += [(row, None) for row in answers["rows"]]
    for number, (row, report) in enumerate(told, start=1):
        yield _entry(row, report, body, number)


def _entry(row: Row, report: Report | None, body: str, number: int) -> Entry:
    """A record of a reported day without a day of its own has the day that was told."""
    days: dict[str, Any] = {}
    if row.when:
        days = {"on_from": row.when.since, "on_to": row.when.until, "as_told": row.when.as_told}
    elif report:
        days = {"on_from": report.on_from, "on_to": report.on_to, "as_told": report.as_told}
    return Entry(
        own=body,
        scope="application" if row.shown else "restricted",
        number=number,
        kind=row.kind,
        what=row.what,
        outcome=row.outcome,
        reference=row.reference,
        report=report,
        **days,
    )


def _documents(answers: Answers, body: str) -> Iterator[Document]:
    for told in answers["kept_files"] or ():
        yield Document(file_id=told["file"], own=body, name=str(told["name"])[:200])


STEP = Step(
    name="give_return",
    title=_("Say what the body holds"),
    stage=10,
    who=("answer_for_body", "coordinate"),
    is_open=is_open,
    do=do,
    records={"return_received": _("The return of %(body)s came: %(returned)s")},
    form=ReturnForm,
    confirm=_(
        "Check that nothing is missing. The office and the chair read it from now on, and it stays in the history. "
        "You can send another until the case is closed, and then that one counts."
    ),
)

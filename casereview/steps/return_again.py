"""What already stands in the form of a return when it is opened: what the body said before about the same things."""

from datetime import date
from typing import Any

from casereview.cases.models import Entry, Fact
from casereview.cases.record import Record
from casereview.cases.returns import entries_of, return_of
from casereview.cases.threshold import answered

MOST_IN_BOXES = 20  # of each kind; of a longer return the rest is kept as rows of a spreadsheet are
WORDS = ("given_by", "risk", "constraints", "planned", "for_applicant", "withheld_reason")


def typed_before(record: Record, holder: str) -> dict[str, Any]:
    """The boxes of a body's form: from its last return, else from what it answered about the reports."""
    before = return_of(record, holder)
    if before is None:
        return _from_answers(record, holder)
    typed: dict[str, Any] = {name: record.said(before, name) for name in WORDS}
    typed |= {"held": "nothing" if before.codes["nil"] else "something", "withheld": before.codes["withheld"]}
    for report in record.reports:
        if match := before.codes["matches"].get(str(report.id)):
            typed[f"match_{report.number}"] = match
    for number, entry in _numbered(record, before):
        typed |= _boxes(number, entry)
    return typed


def rest_of(record: Record, holder: str) -> list[dict[str, str]]:
    """Rows of the last return for which the form has no boxes, as a spreadsheet has them."""
    before = return_of(record, holder)
    if before is None:
        return []
    boxed = {entry.id for _number, entry in _numbered(record, before)}
    return [_texts(entry) for entry in entries_of(record, before) if entry.id not in boxed]


def _numbered(record: Record, before: Fact) -> list[tuple[str, Entry]]:
    """The entries that have boxes, each with what the names of its boxes begin or end with: "r1_", "a1_", "_2"."""
    numbers = {report.id: report.number for report in record.reports}
    found, counted = [], {"r": 0, "a": 0}
    for entry in entries_of(record, before):
        if entry.report_id in numbers:
            found.append((f"_{numbers[entry.report_id]}", entry))
            continue
        group = "a" if entry.kind == "action" else "r"
        counted[group] += 1
        if counted[group] <= MOST_IN_BOXES:
            found.append((f"{group}{counted[group]}_", entry))
    return found


def _boxes(number: str, entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {**_texts(entry), "shown": entry.scope == "application"}
    return {
        f"{name}{number}" if number[0] == "_" else f"{number}{name}": value for name, value in told.items()
    }


def _texts(entry: Entry) -> dict[str, str]:
    day = f"{entry.on_from.day}/{entry.on_from.month}/{entry.on_from.year}" if entry.on_from else ""
    return {
        "kind": entry.kind,
        "when": entry.as_told or day,
        "what": entry.what,
        "outcome": entry.outcome,
        "reference": entry.reference,
        "shown": "yes" if entry.scope == "application" else "no",
    }


def _from_answers(record: Record, holder: str) -> dict[str, Any]:
    """Before the decision it said which reports it holds: it need not say so again."""
    typed: dict[str, Any] = {}
    said = answered(record)
    for report in record.reports:
        answer = said.get(str(report.id)) if report.own == holder else None
        if answer is None:
            continue
        typed[f"match_{report.number}"] = "not_held" if answer["answer"] == "no_record" else "held"
        if answer.get("on"):
            day = date.fromisoformat(answer["on"])
            typed[f"when_{report.number}"] = f"{day.day}/{day.month}/{day.year}"
    return typed

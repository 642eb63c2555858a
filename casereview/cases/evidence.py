"""Files that show how an action of the plan stands: which there are, and who may see them (MISSION C6).

Each is a document of the body that owns the action: that body, the office and the chair see it. One that the applicant
may see is theirs too, by a second document of the same file. So nobody sees one by being shown another.
"""

from dataclasses import dataclass
from datetime import date

from casereview.cases.models import Document
from casereview.cases.plan import Progress, progress
from casereview.cases.record import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file, as far as the record's viewer may see it. on: the London day it came. shown: to the applicant."""

    document: Document
    on: date
    shown: bool


def evidence_of(record: Record, number: int) -> list[Evidence]:
    """The files about the action of that number, in the order in which they came."""
    found = []
    for fact in record.current("evidence_added"):
        theirs = [document for document in record.documents if document.fact_id == fact.id]
        if theirs and fact.codes["action"] == number:
            found.append(Evidence(theirs[0], fact.happened_on, fact.codes["shown"] == "yes"))
    return found


def action_of(record: Record, number: int) -> Progress | None:
    """The action of that number, done or not, where the viewer may read it."""
    return next((each for each in progress(record) if each.number == number and each.action), None)


def without_evidence(record: Record) -> list[Document]:
    """The documents of the case that are no evidence of an action."""
    facts = {fact.id for fact in record.facts if fact.kind == "evidence_added"}
    return [document for document in record.documents if document.fact_id not in facts]


def each_once(record: Record) -> list[Document]:
    """All documents of the case; evidence that the applicant may see too, once."""
    facts = {fact.id for fact in record.facts if fact.kind == "evidence_added"}
    return [
        each for each in record.documents if each.fact_id not in facts or not each.own.startswith("person:")
    ]

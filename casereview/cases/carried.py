"""What goes along when a case opens out of another: one application, passed through the procedure once more.

Each case holds its own copy, under the facts with which it begins: what is corrected or erased in one is so in that
one. People keep their holders, so that whoever has a page of their own has it in both.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import uuid4

from django.db.models import Model

from casereview.cases.beginning import TELLING, applied_on
from casereview.cases.evidence import without_evidence
from casereview.cases.models import Person
from casereview.cases.outcome import Grant, NewFact, Told, first_access, told_again
from casereview.cases.record import Record
from casereview.cases.representing import in_state
from casereview.cases.sharing import consent_of, told

# What was settled about the people: it holds on.
KEPT = (
    "owner_assigned",
    "handed_over",
    "concern_recorded",
    "protection_agreed",
    "consent_recorded",
    "applicant_died",
    "representative_named",
    "representative_confirmed",
    "representative_ended",
)
# What was done with the application: it holds on as long as that is the same one.
DONE = ("risk_triaged", "risk_assessed", "partnership_liaised", "application_dispatched", "reports_answered")
OF_THE_CASE = ("scope", "why", "of", "ordered_by")  # what a beginning says of its own case alone
WHY_IT_BEGAN = {"ordered", "why_again"}  # in words
OF_ITS_DAY = ("applied_on", "first_contact", "read_back")  # and what it says of the day of its application
M = TypeVar("M", bound=Model)


class Carried:
    """Everything of a case's application, unsaved, for another that follows it; read the record as the system."""

    def __init__(self, record: Record, *, with_bodies: bool, anew: bool = False) -> None:
        """with_bodies: whether what the bodies are and know goes along, as it does within one area.

        anew: whether somebody has applied again: that is read, passed on and answered once more, from its own day.
        """
        self.record, self.with_bodies, self.anew = record, with_bodies, anew
        self.rows = tuple(self._rows())

    def codes(self) -> dict[str, Any]:
        """What was told, as codes; the last answer counts."""
        facts = self.record.current(*TELLING)
        dropped = {*OF_THE_CASE, *(() if self.with_bodies else ("keep_from",))}
        if self.anew:
            dropped |= {*OF_ITS_DAY}
        told = {name: value for fact in facts for name, value in fact.codes.items() if name not in dropped}
        return told if self.anew else {**told, "applied_on": applied_on(self.record).isoformat()}

    def words(self) -> tuple[Told, ...]:
        """What was told, as words."""
        facts = self.record.current(*TELLING)
        rows = [row for fact in facts for row in self.record.words.get(fact.id, [])]
        return told_again(
            row for row in rows if row.scope == "application" and WHY_IT_BEGAN.isdisjoint(row.values)
        )

    def facts(self, *more: str) -> tuple[NewFact, ...]:
        """What was settled, each fact with its own day, marked as carried: such a fact starts no clock."""
        return tuple(
            NewFact(
                fact.kind,
                fact.happened_on,
                {**_mapped(fact.codes, self.ids), "carried": True},
                words=told_again(self.record.words.get(fact.id, [])),
            )
            for fact in self.record.current(*KEPT, *(() if self.anew else DONE), *more)
        )

    def access(self) -> tuple[Grant, ...]:
        """Who sees the case that follows: the office, the bodies that were told, and the people with a page."""
        people = [self.record.applicant, *_victims_who_agreed(self.record)]
        holders = [person.holder for person in people if person]
        holders += [each.holder for each in in_state(self.record, "confirmed")]
        if self.with_bodies and not self.anew:
            holders += [body.holder for body in told(self.record)]
        return (
            *first_access(self.record.case.area),
            *(Grant(holder, ("case",)) for holder in dict.fromkeys(holders)),
        )

    def _rows(self) -> Iterable[Model]:
        """Parents before children; people are reached as they said last."""
        record = self.record
        people = {person.id: _copy(person, consent=consent_of(record, person)) for person in record.people}
        incidents = {incident.id: _copy(incident) for incident in record.incidents}
        self.ids: dict[str, str] = {}
        yield from people.values()
        for contact in (contact for person in record.people for contact in record.contacts_of(person)):
            yield _copy(contact, person=people[contact.person_id])
        yield from incidents.values()
        for report in record.reports:
            by = people.get(report.by_id) if report.by_id else None
            body = {} if self.with_bodies else {"body": None, "own": ""}
            copy = _copy(report, incident=incidents[report.incident_id], by=by, **body)
            self.ids[str(report.id)] = str(copy.pk)
            yield copy
        for document in without_evidence(record):
            keeps = self.with_bodies or document.own.startswith("person:")
            yield _copy(document, own=document.own if keeps else "")


def _victims_who_agreed(record: Record) -> list[Person]:
    given = {
        fact.codes.get("person")
        for fact in record.current("consent_recorded")
        if fact.codes.get("consent") == "given"
    }
    return [person for person in record.in_role("victim") if person.holder in given]


def _mapped(value: Any, ids: Mapping[str, str]) -> Any:
    """Codes with the ids of rows as they are in the copy."""
    if isinstance(value, dict):
        return {ids.get(name, name): _mapped(each, ids) for name, each in value.items()}
    if isinstance(value, list):
        return [_mapped(each, ids) for each in value]
    return ids.get(value, value) if isinstance(value, str) else value


def _copy(row: M, **changed: object) -> M:
    """The same row for another case, but for what is changed."""
    kept = {
        field.name: getattr(row, field.name)
        for field in row._meta.concrete_fields
        if field.name not in {"id", "case", "fact", *changed}
    }
    return type(row)(id=uuid4(), **kept, **changed)

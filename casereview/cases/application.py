"""An application as it is told, whichever way it came: the shape of its answers, and the rows they become.

The answers are plain JSON, so that a draft can keep them:

    {"people": [{"id": "p1", "roles": ["applicant", "victim"], "name", "relation", "household", "consent",
                 "address", "tenure", "landlord", "needs": {}, "details": {},
                 "contacts": [{"method", "value", "seen_by_others", "never", "when", "how"}]}],
     "incidents": [{"id": "i1", "from": DATE, "to": DATE, "as_told", "what", "location", "problem", "culprit",
                    "hate": [],
                    "reports": [{"by": "p1", "kind", "body": "body:3", "name", "from", "to", "as_told", "told",
                                 "reference", "promised", "happened"}]}],
     "codes": {"asking_for", "going_on", "danger", "stopped", "feels_ignored", "others_reported": 4, …},
     "words": {"problem", "place", "impact", "vulnerability", "wanted", …},
     "keep_from": ["body:3"], "files": [{"file": ID, "name"}], "equality": {}}

Anything but a name and one way of contact may be missing: what is missing is asked later and bars nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from casereview.cases.models import Contact, Document, Incident, Person, Report
from casereview.cases.models.contact import METHODS
from casereview.cases.models.person import ROLES
from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS

MOST = {
    "people": 40,
    "incidents": 200,
    "reports": 40,
    "contacts": 10,
    "files": 40,
}  # bounds, far above real ones


class Unreadable(ValueError):
    """The answers do not have the shape above; the text says where. A page's own checks come before."""


@dataclass
class Rows:
    """The detail rows of one application, unsaved, parents before children, and its people by their ids."""

    people: dict[str, Person] = field(default_factory=dict)
    rows: list[Model] = field(default_factory=list)

    def with_role(self, role: str) -> Person | None:
        """The first person who has this role."""
        return next((person for person in self.people.values() if role in person.roles), None)


def rows_of(told: dict[str, Any]) -> Rows:
    """Turn the answers into rows. Raises Unreadable."""
    made = Rows()
    for person in _listed(told, "people"):
        _add_person(made, person)
    applicant = made.with_role("applicant")
    if applicant is None:
        raise Unreadable("people: nobody is the applicant")
    reports = 0
    for number, incident in enumerate(_listed(told, "incidents"), start=1):
        row = _incident(incident, number)
        made.rows.append(row)
        for report in _listed(incident, "reports"):
            reports += 1
            made.rows.append(_report(made, report, row, reports))
    made.rows += _documents(told, applicant.holder)
    return made


def added_rows(
    told: dict[str, Any], people: list[Person], known: Sequence[Incident], reports: int, sender: str = ""
) -> Rows:
    """Turn further answers of the same shape into rows of a case that has some already. Raises Unreadable.

    An incident whose `id` is that of a known one adds only its reports. reports: how many the case has. sender: the
    holder of the person who sends files on their own page, and may see there what became of them.
    """
    made = Rows({str(person.id): person for person in people})
    for person in _listed(told, "people"):
        if str(person.get("id")) not in made.people:
            _add_person(made, person)
    by_id = {str(incident.id): incident for incident in known}
    number = len(known)
    for incident in _listed(told, "incidents"):
        row = by_id.get(str(incident.get("id")))
        if row is None:
            number += 1
            row = _incident(incident, number)
            made.rows.append(row)
        for report in _listed(incident, "reports"):
            reports += 1
            made.rows.append(_report(made, report, row, reports))
    made.rows += _documents(told, sender)
    return made


def _documents(told: dict[str, Any], sender: str) -> list[Document]:
    return [
        Document(file_id=document["file"], own=sender, name=str(document.get("name", ""))[:200])
        for document in _listed(told, "files")
    ]


def _listed(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    entries = told.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Unreadable(f"{name}: a list was expected")
    if len(entries) > MOST[name]:
        raise Unreadable(f"{name}: more than {MOST[name]}")
    return entries


def _add_person(made: Rows, told: dict[str, Any]) -> None:
    roles = [role for role in told.get("roles", []) if role in ROLES]
    person = Person(
        id=_known_id(told.get("id")) or uuid4(),
        roles=roles,
        name=str(told.get("name", ""))[:200],
        relation=str(told.get("relation", ""))[:200],
        household=str(told.get("household", ""))[:60],
        consent=str(told.get("consent", ""))[:20],
        address=str(told.get("address", "")),
        tenure=str(told.get("tenure", ""))[:20],
        landlord=str(told.get("landlord", ""))[:200],
        needs=told.get("needs", {}),
        details=told.get("details", {}),
    )
    person.holder = f"person:{person.id}"
    made.people[str(told.get("id", person.id))] = person
    made.rows.append(person)
    made.rows += contacts_of(person, told)


def _known_id(given: object) -> UUID | None:
    """An applicant who applies online has an id already: that of their draft."""
    try:
        return UUID(str(given))
    except ValueError:
        return None


def contacts_of(person: Person, told: dict[str, Any]) -> list[Model]:
    """The rows of a person's ways of contact. Raises Unreadable for an unknown way."""
    rows: list[Model] = []
    for contact in _listed(told, "contacts"):
        if contact.get("method") not in METHODS:
            raise Unreadable(f"contacts: {contact.get('method')!r} is no way of contact")
        rows.append(
            Contact(
                person=person,
                own=person.holder,
                method=contact["method"],
                value=str(contact.get("value", "")),
                seen_by_others=str(contact.get("seen_by_others", ""))[:10],
                never=bool(contact.get("never", False)),
                when=str(contact.get("when", "")),
                how=str(contact.get("how", "")),
            )
        )
    return rows


def _incident(told: dict[str, Any], number: int) -> Incident:
    return Incident(
        id=uuid4(),
        number=number,
        on_from=_day(told, "from"),
        on_to=_day(told, "to"),
        as_told=str(told.get("as_told", ""))[:200],
        what=str(told.get("what", "")),
        location=str(told.get("location", ""))[:300],
        problem=str(told.get("problem", ""))[:100],
        culprit=str(told.get("culprit", ""))[:100],
        hate=[code for code in told.get("hate", []) if code in HATE_MOTIVATIONS],
    )


def _report(made: Rows, told: dict[str, Any], incident: Incident, number: int) -> Report:
    holder = str(told.get("body", ""))
    kind = told.get("kind", "")
    return Report(
        incident=incident,
        by=made.people.get(str(told.get("by", ""))) or made.with_role("applicant"),
        number=number,
        body_id=int(holder.removeprefix("body:")) if holder.removeprefix("body:").isdigit() else None,
        own=holder,
        body_kind=kind if kind in BODY_KINDS else "",
        body_name=str(told.get("name", ""))[:200],
        on_from=_day(told, "from"),
        on_to=_day(told, "to"),
        as_told=str(told.get("as_told", ""))[:200],
        told=str(told.get("told", ""))[:200],
        their_reference=str(told.get("reference", ""))[:100],
        promised=str(told.get("promised", "")),
        happened=str(told.get("happened", "")),
    )


def _day(told: dict[str, Any], name: str) -> date | None:
    value = told.get(name)
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError) as error:
        raise Unreadable(f"{name}: {value!r} is no date") from error

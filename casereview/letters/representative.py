"""By which ways a representative may be confirmed, and which letters tell of one (L27)."""

from casereview.cases.models import Contact
from casereview.cases.outcome import NewFact
from casereview.cases.record import Record
from casereview.cases.representing import Acting, affected, is_told
from casereview.letters.safe_contact import usable_contacts
from casereview.letters.states import states


def ways_to_confirm(record: Record, acting: Acting) -> list[Contact]:
    """The safe ways of the person affected that were held, and confirmed, before this representative was named.

    Not a call from them: anybody can call. By value, since every change of contacts writes the ways that are kept anew.
    """
    person = affected(record)
    if person is None:
        return []
    order = {fact.id: fact.number for fact in record.facts}
    before = {
        (row.method, row.value)
        for row in record.contacts
        if row.person_id == person.id and row.confirmed and order[row.fact_id] < acting.named.number
    }
    usable = usable_contacts(record, person)
    return [way for way in usable if way.method != "applicant_calls" and (way.method, way.value) in before]


def told(record: Record, code: str) -> list[tuple[str, str]]:
    """The letter of that code to whoever is told of representatives; none where nobody is."""
    person = is_told(record)
    return [(code, person.holder)] if person else []


def nothing_more(record: Record, holder: str) -> list[NewFact]:
    """What cancels every letter to this holder that has not gone."""
    waiting = [
        each.letter
        for each in states(record)
        if each.letter.to == holder and each.code in {"queued", "held", "bounced"}
    ]
    return [
        NewFact(
            "letter_cancelled", record.today, {"letter": str(letter.pk), "code": letter.code, "to": letter.to}
        )
        for letter in waiting
    ]

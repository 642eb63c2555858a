"""The case as it would stand if a step were taken: what a preview of its letters is made from."""

from dataclasses import replace

from casereview.cases.deadlines import derive
from casereview.cases.models import Contact, Fact, Words
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record


def as_if(record: Record, outcome: Outcome) -> Record:
    """A copy of the record with the outcome's facts, words and ways of contact, and the deadlines that would follow.

    Nothing is saved. The last fact is the outcome's last, as for a letter that it queues.
    """
    facts = [_fact(record, new, number) for number, new in enumerate(outcome.facts, record.last_number + 1)]
    words = {
        fact.id: [Words(scope=told.scope, own=told.own, values=told.values) for told in new.words]
        for fact, new in zip(facts, outcome.facts, strict=True)
    }
    contacts = [
        _of(row, fact)
        for fact, new in zip(facts, outcome.facts, strict=True)
        for row in new.rows
        if isinstance(row, Contact)
    ]
    would_be = replace(
        record,
        facts=[*record.facts, *facts],
        words={**record.words, **words},
        contacts=[*record.contacts, *contacts],
    )
    would_be.deadlines = derive(would_be, record.calendar)
    return would_be


def _of(row: Contact, fact: Fact) -> Contact:
    row.fact = fact
    return row


def _fact(record: Record, new: NewFact, number: int) -> Fact:
    return Fact(
        case=record.case,
        number=number,
        kind=new.kind,
        happened_on=new.on,
        recorded_at=record.now,
        by=record.viewer.holder,
        by_name=record.viewer.name,
        corrects=new.corrects,
        codes=new.codes,
    )

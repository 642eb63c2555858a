"""A case as it stands after an outcome, without reading again what was just written."""

from dataclasses import replace

from casereview.cases.models import (
    Action,
    Contact,
    Document,
    Entry,
    Incident,
    Person,
    Recommendation,
    Report,
    Words,
)
from casereview.cases.record import Record
from casereview.cases.saving import Written


def after(record: Record, made: Written) -> Record:
    """Return the record with everything in `made`: what `load` would read. Its deadlines are still those of before."""
    words = {fact: list(told) for fact, told in record.words.items()}
    for row in made.rows.get(Words, ()):
        words.setdefault(row.fact_id, []).append(row)
    return replace(
        record,
        facts=[*record.facts, *made.facts],
        words=words,
        people=[*record.people, *made.rows.get(Person, ())],
        contacts=[*record.contacts, *made.rows.get(Contact, ())],
        incidents=[*record.incidents, *made.rows.get(Incident, ())],
        reports=[*record.reports, *made.rows.get(Report, ())],
        entries=[*record.entries, *made.rows.get(Entry, ())],
        actions=[*record.actions, *made.rows.get(Action, ())],
        recommendations=[*record.recommendations, *made.rows.get(Recommendation, ())],
        documents=[*record.documents, *made.rows.get(Document, ())],
        letters=[*record.letters, *made.rows.get(record.case.letters.model, ())],
    )

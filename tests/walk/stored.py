"""A case as it would be read out of what a walk has stored, instead of as the walk carries it along."""

from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from casereview.cases.models import (
    Action,
    Contact,
    Document,
    Entry,
    Fact,
    Incident,
    Person,
    Recommendation,
    Report,
    Words,
)
from casereview.cases.record import Record
from casereview.letters.models import Letter
from casereview.people.viewer import SYSTEM
from demo.rehearsal import Rehearsal

YEARS = timedelta(days=2000)  # later than the walk: nothing that is stored depends on the day
# What a case is read from, but for its words, by their place in the record.
STORED = {
    Action: "actions",
    Contact: "contacts",
    Document: "documents",
    Entry: "entries",
    Fact: "facts",
    Incident: "incidents",
    Letter: "letters",
    Person: "people",
    Recommendation: "recommendations",
    Report: "reports",
}


def rebuilt(told: Rehearsal) -> Record:
    """The case in which the story stands, read years later from its rows alone."""
    record = told.record()
    read = {
        name: [row for row in told.rows.get(model, ()) if row.case_id == record.case.pk]
        for model, name in STORED.items()
    }
    words: dict[UUID, list[Words]] = defaultdict(list)
    for row in told.rows[Words]:
        words[row.fact_id].append(row)
    later = Record(record.case, SYSTEM, told.at + YEARS, words=dict(words), **read)
    return told.cast.set_out(later, record.linked_facts)

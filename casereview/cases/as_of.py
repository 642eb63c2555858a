"""A case as it stood when a fact was recorded: papers that were sent stay what they were."""

from dataclasses import replace

from casereview.cases.record import Record


def as_of(record: Record, number: int) -> Record:
    """The record with the facts up to that number, and the words and details that came with them."""
    facts = [fact for fact in record.facts if fact.number <= number]
    there = {fact.id for fact in facts}
    return replace(
        record,
        facts=facts,
        words={fact: rows for fact, rows in record.words.items() if fact in there},
        people=[row for row in record.people if row.fact_id in there],
        contacts=[row for row in record.contacts if row.fact_id in there],
        incidents=[row for row in record.incidents if row.fact_id in there],
        reports=[row for row in record.reports if row.fact_id in there],
        entries=[row for row in record.entries if row.fact_id in there],
        documents=[row for row in record.documents if row.fact_id in there],
        letters=[row for row in record.letters if row.fact_id in there],
    )

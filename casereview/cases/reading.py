"""Reads a case for somebody, in one handful of queries: what they may not see is not in the record."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.utils import timezone

from casereview.cases.models import (
    Action,
    Case,
    Contact,
    Deadline,
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
from casereview.cases.seen import Later, seen
from casereview.cases.visible import Sight, sight_of
from casereview.people.models import Body
from casereview.people.viewer import Viewer

# The tables of the review, and the kinds of fact whose details they hold: read only where there are such facts.
OF_THE_REVIEW: dict[str, tuple[type[Action | Entry | Recommendation], str]] = {
    "entries": (Entry, "return_received"),
    "actions": (Action, "action_agreed"),
    "recommendations": (Recommendation, "recommendation_made"),
}


def load(case: Case, viewer: Viewer, now: datetime | None = None) -> Record:
    """Read a case for a viewer: twelve queries, however long its history is (a test fixes the number).

    One more for each table of the review in which the case has rows.
    """
    return _whole(read(sight_of(case, viewer), now))


def load_as_seen(sight: Sight, now: datetime) -> Record:
    """As `load`, with what somebody might see at an earlier moment (`sight_of`), though it has ended since.

    For what was sent to them then, shown to somebody who sees the whole case; the database is asked as the latter.
    """
    return _whole(read(sight, now))


def _whole(record: Record) -> Record:
    """Nothing is left to be read later."""
    record.incidents, record.documents = list(record.incidents), list(record.documents)
    return record


def read(sight: Sight, now: datetime | None = None) -> Record:
    """As `load`, for a page, which changes nothing: what few pages show is read when it is asked for."""
    case, viewer = sight.case, sight.viewer
    words = defaultdict(list)
    for row in seen(Words, sight):
        words[row.fact_id].append(row)
    facts = seen(Fact, sight, "number")
    order = {fact.id: fact.number for fact in facts}
    letters = seen(case.letters.model, sight)
    for letter in letters:
        letter.case = case
    return Record(
        case=case,
        viewer=viewer,
        now=now or timezone.now(),
        facts=facts,
        words=dict(words),
        people=sorted(seen(Person, sight), key=lambda person: order.get(person.fact_id, 0)),
        contacts=seen(Contact, sight),
        incidents=Later(lambda: seen(Incident, sight)),
        reports=seen(Report, sight),
        documents=Later(lambda: list(Document.objects.seen_by(sight).select_related("file"))),
        bodies={body.holder: body for body in Body.objects.filter(area_id=case.area)},
        deadlines=seen(Deadline, sight),
        letters=letters,
        **_of_the_review(sight, {fact.kind for fact in facts}),
    )


def _of_the_review(sight: Sight, kinds: set[str]) -> dict[str, Any]:
    return {
        name: list(model.objects.seen_by(sight).order_by("fact__number", "number"))
        for name, (model, kind) in OF_THE_REVIEW.items()
        if kind in kinds
    }

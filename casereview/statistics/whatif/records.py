"""Cases read by the hundred, to be rerun: only the columns that rules look at, and nobody's name."""

from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model, Q
from django.utils import timezone

from casereview.cases.models import Case, Fact, Incident, Person, Report
from casereview.cases.record import Record
from casereview.cases.rules import scheme_of
from casereview.people.models import Body
from casereview.people.viewer import SYSTEM
from casereview.schemes.model import Clock, Scheme
from casereview.schemes.promises import facts_of

TOGETHER = 500  # cases read at a time: what is held in memory
# A row stands for a model's: it has these of its attributes, and costs a third.
COLUMNS: dict[type[Model], tuple[str, ...]] = {
    Fact: ("id", "case_id", "number", "kind", "happened_on", "corrects_id", "codes"),
    Person: ("id", "case_id", "fact_id", "roles", "household"),
    Incident: ("id", "case_id", "number", "on_from", "on_to", "problem", "location", "culprit", "hate"),
    Report: ("id", "case_id", "number", "incident_id", "by_id", "body_kind", "on_from", "on_to"),
}
_number = attrgetter("number")
# Half of all facts, of which no threshold asks, and seldom a clock.
OF_LETTERS = frozenset(
    {"letter_bounced", "letter_cancelled", "letter_held", "letter_read", "letter_resent", "letter_sent"}
)


class Batch(NamedTuple):
    """Neighbouring cases of an area: the ids of the first and the last, and how many they are."""

    first: UUID
    last: UUID
    number: int


def batches(area: str) -> Iterator[Batch]:
    """All cases of an area, in the order of their ids."""
    cases = Case.objects.filter(area=area).order_by("pk").values_list("pk", flat=True)
    ids = list(cases[:TOGETHER])
    while ids:
        yield Batch(ids[0], ids[-1], len(ids))
        ids = list(cases.filter(pk__gt=ids[-1])[:TOGETHER])


def records(scheme: Scheme, batch: Batch) -> Iterator[Record]:
    """Each of these cases as its rules and those of the scheme see it.

    Six queries, and one for each scheme that is new to this process.
    """
    cases = Case.objects.filter(area=scheme.code, pk__range=(batch.first, batch.last))
    found = list(cases.only("reference", "area", "scheme_id").order_by("pk"))
    bodies = {body.holder: body for body in Body.objects.filter(area_id=scheme.code)}
    schemes = [scheme, *(scheme_of(digest) for digest in {case.scheme_id for case in found})]
    unasked = OF_LETTERS.difference(*(_named_by(clock) for each in schemes for clock in each.clocks.values()))
    ids = [case.pk for case in found]
    facts = _by_case(Fact, ids, ~Q(kind__in=sorted(unasked)))
    rows = {model: _by_case(model, ids) for model in (Person, Incident, Report)}
    now = timezone.now()
    for case in found:
        theirs = sorted(facts[case.pk], key=_number)
        order = {fact.id: fact.number for fact in theirs}
        yield Record(
            case=case,
            viewer=SYSTEM,
            now=now,
            facts=theirs,
            people=sorted(rows[Person][case.pk], key=lambda person: order.get(person.fact_id, 0)),
            incidents=sorted(rows[Incident][case.pk], key=_number),
            reports=sorted(rows[Report][case.pk], key=_number),
            bodies=bodies,
        )


def under(record: Record, scheme: Scheme) -> Record:
    """The same case as it would be under these rules."""
    other = copy(record)  # with what was found of its facts already, which no rule changes
    other.__dict__["scheme"] = scheme
    return other


def _named_by(clock: Clock) -> tuple[str, ...]:
    return (*facts_of(clock.starts), *facts_of(clock.stops), clock.counts_back_from or "")


def _by_case(model: type[Model], cases: list[UUID], which: Q | None = None) -> dict[UUID, list[Any]]:
    found = defaultdict(list)
    rows = model._default_manager.filter(which or Q(), case__in=cases).order_by()
    for row in rows.values_list(*COLUMNS[model], named=True).iterator(chunk_size=10_000):
        found[row.case_id].append(row)
    return found

"""Cases read by the hundred, to be rerun: only the columns that rules look at, and nobody's name."""

from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from casereview.cases.models import Case, Fact, Incident, Person, Report
from casereview.cases.record import Record
from casereview.people.models import Body
from casereview.people.viewer import SYSTEM
from casereview.schemes.model import Scheme

TOGETHER = 500  # cases read at a time: what is held in memory
COLUMNS: dict[type[Model], tuple[str, ...]] = {
    Fact: ("case_id", "number", "kind", "happened_on", "corrects_id", "codes"),
    Person: ("case_id", "fact_id", "roles", "household"),
    Incident: ("case_id", "number", "on_from", "on_to", "problem", "location", "culprit", "hate"),
    Report: ("case_id", "number", "incident_id", "by_id", "body_kind", "on_from", "on_to"),
}


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


def records(area: str, batch: Batch) -> Iterator[Record]:
    """Each of these cases as its rules see it (five queries, and one for each scheme that is new to this process)."""
    cases = Case.objects.filter(area=area, pk__range=(batch.first, batch.last))
    found = list(cases.only("reference", "area", "scheme_id").order_by("pk"))
    bodies = {body.holder: body for body in Body.objects.filter(area_id=area)}
    rows = {model: _by_case(model, [case.pk for case in found]) for model in COLUMNS}
    now = timezone.now()
    for case in found:
        facts = sorted(rows[Fact][case.pk], key=lambda fact: fact.number)
        order = {fact.pk: fact.number for fact in facts}
        yield Record(
            case=case,
            viewer=SYSTEM,
            now=now,
            facts=facts,
            people=sorted(rows[Person][case.pk], key=lambda person: order.get(person.fact_id, 0)),
            incidents=sorted(rows[Incident][case.pk], key=lambda incident: incident.number),
            reports=sorted(rows[Report][case.pk], key=lambda report: report.number),
            bodies=bodies,
        )


def under(record: Record, scheme: Scheme) -> Record:
    """The same case as it would be under these rules."""
    other = copy(record)  # with what was found of its facts already, which no rule changes
    other.__dict__["scheme"] = scheme
    return other


def _by_case(model: type[Model], cases: list[UUID]) -> dict[UUID, list[Any]]:
    found = defaultdict(list)
    for row in model._default_manager.filter(case__in=cases).only(*COLUMNS[model]).order_by():
        found[row.case_id].append(row)  # type: ignore[attr-defined]
    return found

"""What is due, overdue and waiting in an area now, by clock and by body. Read only, and nobody's name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from casereview.cases.models import Deadline, Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name

SOON = 7  # days from today, today among them


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is open of a clock, or owed by a body: over its date, due within SOON days, later, without a date."""

    code: str
    overdue: int
    soon: int
    later: int
    undated: int


@dataclass(frozen=True, slots=True)
class Now:
    """An area as it stands today. statuses, waits: how many open cases by status, and by whom they wait for."""

    clocks: list[Waiting]
    bodies: list[Waiting]
    statuses: Mapping[str, int]
    waits: Mapping[str, int]


def now(area: str, today: date) -> Now:
    """As it stands on this London day (three queries). What an applicant may still do is not waited for."""
    clocks = by_name(area, today).clocks
    applicants = [name for name, clock in clocks.items() if clock.owed_by == "applicant"]
    with acting(SYSTEM):
        runs = Deadline.objects.filter(case__area=area, stopped_on=None, ended_on=None).exclude(
            clock__in=applicants
        )
        alike = list(
            runs.order_by()
            .values_list("clock", "subject")
            .annotate(
                overdue=Count("pk", filter=Q(due__lt=today)),
                soon=Count("pk", filter=Q(due__range=(today, today + timedelta(days=SOON - 1)))),
                later=Count("pk", filter=Q(due__gte=today + timedelta(days=SOON))),
                undated=Count("pk", filter=Q(due=None)),
            )
        )
        cases = Summary.objects.filter(area=area, closed=False).order_by()
        statuses = Counter(dict(cases.values_list("status").annotate(times=Count("pk"))))
        waits = Counter(dict(cases.values_list("waiting_for").annotate(times=Count("pk"))))
    place = {name: number for number, name in enumerate(clocks)}
    by_clock = _added_up((clock, numbers) for clock, _subject, *numbers in alike)
    by_body = _added_up((body, numbers) for _clock, body, *numbers in alike if body.startswith("body:"))
    by_clock.sort(key=lambda each: place.get(each.code, len(place)))
    return Now(by_clock, by_body, dict(statuses.most_common()), dict(waits.most_common()))


def _added_up(rows: Iterable[tuple[str, Iterable[int]]]) -> list[Waiting]:
    found: dict[str, list[int]] = {}
    for code, numbers in rows:
        before = found.get(code, [0, 0, 0, 0])
        found[code] = [one + other for one, other in zip(before, numbers, strict=True)]
    return [Waiting(code, *numbers) for code, numbers in found.items()]

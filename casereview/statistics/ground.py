"""What figures are counted from: the facts that stand in an area, and the runs of its clocks. Read only, no names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from casereview.cases.models import Deadline, Fact
from casereview.people.models import Body
from casereview.schemes.load import by_name
from casereview.schemes.model import Scheme
from casereview.statistics.periods import Period

ASKED = "information_requested"  # what starts the clock of a body's return
IN_TIME, LATE, OPEN, ENDED = "in_time", "late", "open", "ended"


class Runs(NamedTuple):
    """So many runs (`number`) of a clock that went alike. days: how long, of those that were stopped."""

    clock: str
    promised: bool  # whether a due date was promised
    state: str
    days: int | None
    number: int


@dataclass(frozen=True)
class Ground:
    """An area and a period, as seen on a day: what is open then counts as open."""

    area: str
    period: Period
    day: date
    bodies: tuple[Body, ...] = ()  # the area's, by name
    districts: tuple[str, ...] = ()  # as the area names them now, in its order

    def facts(self, *kinds: str) -> QuerySet[Fact]:
        """The facts of these kinds (of all, where none is named) that happened in the period, and that stand."""
        return standing(self.area, *kinds).filter(happened_on__range=(self.period.since, self.period.until))

    def number(self, *kinds: str) -> int:
        """How many facts of these kinds happened in the period, and stand."""
        return sum(self._by_kind.get(kind, 0) for kind in kinds)

    @cached_property
    def _by_kind(self) -> dict[str, int]:
        return dict(self.facts().values_list("kind").annotate(times=Count("pk")))

    @cached_property
    def scheme(self) -> Scheme:
        """The rules in force on the period's last day: which channels, outcomes and clocks the tables name."""
        return by_name(self.area, self.period.until)

    @cached_property
    def runs(self) -> list[Runs]:
        """The runs of every clock that started in the period, counted alike with alike (one query)."""
        started = Deadline.objects.filter(
            case__area=self.area, started_on__range=(self.period.since, self.period.until)
        )
        alike = (
            started.annotate(
                promised=ExpressionWrapper(Q(due__isnull=False), output_field=BooleanField()),
                state=_state(self.day),
                took=ExpressionWrapper(F("stopped_on") - F("started_on"), output_field=DurationField()),
            )
            .order_by()
            .values_list("clock", "promised", "state", "took")
            .annotate(times=Count("pk"))
        )
        return [
            Runs(clock, promised, state, took.days if took is not None else None, number)
            for clock, promised, state, took, number in alike
        ]

    def clocks(self, *, promised: bool) -> Iterator[tuple[str, list[Runs]]]:
        """The clocks with a promised date, or those without, in the scheme's order, each with its runs.

        Not those that run against the applicant, whose own affair that is, nor those of the bodies' returns.
        """
        place, others = (
            {name: number for number, name in enumerate(self.scheme.clocks)},
            left_out(self.scheme),
        )
        runs = [run for run in self.runs if run.promised == promised and run.clock not in others]
        for name in sorted({run.clock for run in runs}, key=lambda name: (place.get(name, len(place)), name)):
            yield name, [run for run in runs if run.clock == name]

    @property
    def of_returns(self) -> set[str]:
        """The clocks that run while a body is asked for what it holds."""
        return of_returns(self.scheme)


def left_out(scheme: Scheme) -> set[str]:
    """The clocks that no table of clocks shows: those of the applicant's own, and those of the bodies' returns."""
    return {name for name, clock in scheme.clocks.items() if clock.owed_by == "applicant"} | of_returns(
        scheme
    )


def of_returns(scheme: Scheme) -> set[str]:
    """The clocks that run while a body is asked for what it holds."""
    return {name for name, clock in scheme.clocks.items() if ASKED in clock.starts}


def standing(area: str, *kinds: str) -> QuerySet[Fact]:
    """The facts of these kinds in an area's cases that no later one corrects or takes back, as in `Record.current`."""
    corrected = Fact.objects.filter(corrects=OuterRef("pk"))
    found = Fact.objects.filter(case__area=area).order_by()
    found = found.filter(kind__in=kinds) if kinds else found
    return found.filter(~Exists(corrected)).exclude(codes__has_key="taken_back")


def tally(pairs: Iterable[tuple[str, int]], known: Iterable[str] = ()) -> dict[str, int]:
    """Numbers added up by code, the known codes first even where there is none of them."""
    found = dict.fromkeys(known, 0)
    for code, number in pairs:
        found[code] = found.get(code, 0) + number
    return found


def _state(day: date) -> Case:
    """How a run went: late is what was stopped, or left, after its due date, and what is still open after it."""
    until = Case(
        When(stopped_on__isnull=False, then=F("stopped_on")),
        When(ended_on__isnull=False, then=F("ended_on")),
        default=Value(day),
        output_field=DateField(),
    )
    return Case(
        When(due__isnull=False, due__lt=until, then=Value(LATE)),
        When(stopped_on__isnull=False, then=Value(IN_TIME)),
        When(ended_on__isnull=False, then=Value(ENDED)),
        default=Value(OPEN),
    )

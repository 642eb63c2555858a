"""How the published figures would have differed, added up over cases: this year so far, and three before."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db import transaction

from casereview.cases.models import Fact
from casereview.cases.postgresql.roles import counting
from casereview.cases.record import Record
from casereview.clocks.months import months_back
from casereview.schemes.model import Scheme
from casereview.schemes.terms import Figures
from casereview.statistics.figures import TOTALS
from casereview.statistics.ground import ENDED, IN_TIME, LATE, OPEN, Ground, left_out
from casereview.statistics.periods import MOST_MONTHS, Period, last_over
from casereview.statistics.whatif.rerun import Dated, Rerun
from casereview.statistics.whatif.result import InTime, Timeliness, Total, Year

HOW_MANY = 3
DECISIONS = {"threshold_met": True, "threshold_not_met": False}
FEWER, MORE, UNCLEAR = "fewer", "more", "unclear"
BEFORE, AFTER = "before", "after"


def last_years(terms: Figures | None, today: date) -> tuple[Period, ...]:
    """The publishing year up to this day, and the three before it, the newest first; however short a period is."""
    year = last_over(replace(terms, months=MOST_MONTHS) if terms else None, today)
    starts = [months_back(year.since, MOST_MONTHS * back) for back in range(HOW_MANY)]
    ends = [year.until, *(since - timedelta(days=1) for since in starts)]
    so_far = Period(year.until + timedelta(days=1), today)
    return (so_far, *(Period(since, until) for since, until in zip(starts, ends, strict=False)))


@dataclass
class YearsTally:
    """Of each year: what speaks against its totals, and the runs that began in it by how they went."""

    years: tuple[Period, ...]
    today: date
    against: Counter[tuple[int, str, str]] = field(default_factory=Counter)
    runs: Counter[tuple[int, str, str, str]] = field(default_factory=Counter)

    def add(self, case: Rerun) -> None:
        """One case."""
        self.against.update(self._against(case))
        for pair in case.pairs:
            for which, dated in ((BEFORE, pair.before), (AFTER, pair.after)):
                if dated is not None and dated.due is not None:
                    for year in self._years([dated.run.start]):
                        self.runs[year, dated.run.clock.name, which, state(dated, self.today)] += 1

    def join(self, other: "YearsTally") -> None:
        """All of the other's besides."""
        self.against.update(other.against)
        self.runs.update(other.runs)

    def result(self, scheme: Scheme) -> tuple[Year, ...]:
        """The years, with what stands in them counted as it is for publishing."""
        return tuple(self._year(number, period, scheme) for number, period in enumerate(self.years))

    def _against(self, case: Rerun) -> Iterator[tuple[int, str, str]]:
        """What the rules' new answer says against what was decided, and against what followed from it."""
        if case.before is None or case.after is None or case.before.met == case.after.met:
            return
        now, record = case.after.met, case.record
        for decision in record.current(*DECISIONS):
            met = DECISIONS[decision.kind]
            if now == met:
                continue
            for year in self._years([decision]):
                if now is None:
                    yield year, "not_met", UNCLEAR
                    yield from ((year, "reviews", UNCLEAR),) if not met else ()
                else:
                    yield year, "not_met", MORE if met else FEWER
                    yield from ((year, "reviews", MORE),) if not met else ()
        if record.has("threshold_met") and now is not True:
            how = UNCLEAR if now is None else FEWER
            held = [fact for fact in record.current("review_held") if fact.codes.get("concluding")]
            yield from ((year, "reviews", how) for year in set(self._years(held)))
            led = first_recommendation(record)
            yield from ((year, "with_recommendations", how) for year in self._years(led))

    def _years(self, facts: Iterable[Fact]) -> Iterator[int]:
        """In which of the years these happened, if in any."""
        for fact in facts:
            for number, period in enumerate(self.years):
                if period.since <= fact.happened_on <= period.until:
                    yield number

    def _year(self, number: int, period: Period, scheme: Scheme) -> Year:
        ground = Ground(scheme.code, period, self.today)
        with transaction.atomic(), counting():
            stands = {code: counted(ground) for code, counted in TOTALS.items()}
        totals = tuple(self._total(number, code, stands[code]) for code in stands)
        return Year(
            period.since, period.until, totals, tuple(self._timeliness(number, ground.scheme, scheme))
        )

    def _total(self, year: int, code: str, stands: int) -> Total:
        more = None if code == "with_recommendations" else self.against[year, code, MORE]
        return Total(code, stands, self.against[year, code, FEWER], more, self.against[year, code, UNCLEAR])

    def _timeliness(self, year: int, was: Scheme, will: Scheme) -> Iterator[Timeliness]:
        """The clocks that are published about, in the order of the proposed scheme."""
        names = {clock for number, clock, _which, _state in self.runs if number == year}
        order = [*will.clocks, *sorted(names - will.clocks.keys())]
        hidden = {BEFORE: left_out(was), AFTER: left_out(will)}
        for name in order:
            before, after = (
                InTime() if name in hidden[which] else self._in_time(year, name, which)
                for which in (BEFORE, AFTER)
            )
            if before != InTime() or after != InTime():
                yield Timeliness(name, before, after)

    def _in_time(self, year: int, clock: str, which: str) -> InTime:
        return InTime(**{each: self.runs[year, clock, which, each] for each in (IN_TIME, LATE, OPEN, ENDED)})


def state(dated: Dated, today: date) -> str:
    """How a run went that has a date, as `ground.Ground.runs` tells it in SQL."""
    assert dated.due is not None
    if dated.due < (dated.run.until or today):
        return LATE
    if dated.run.stop:
        return IN_TIME
    return OPEN if dated.run.ended is None else ENDED


def first_recommendation(record: Record) -> list[Fact]:
    """The first version of the recommendation that was made first of those that stand, as it is published."""
    numbers = {fact.codes.get("number") for fact in record.current("recommendation_made")}
    versions = [
        fact
        for fact in record.facts
        if fact.kind == "recommendation_made" and fact.codes.get("number") in numbers
    ]
    return sorted(versions, key=lambda fact: fact.happened_on)[:1]

"""One case, answered and dated by its own rules and by proposed ones."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casereview.cases.appeal import running
from casereview.cases.deadlines import Run, due_of, runs_of
from casereview.cases.record import Record
from casereview.cases.threshold import receipt_of
from casereview.clocks.calendar import Calendar
from casereview.schemes.model import Clock, Scheme
from casereview.schemes.receipt import Receipt
from casereview.statistics.whatif.records import under

Kind = Literal["same", "earlier", "later", "appear", "disappear", "gain_date", "lose_date"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A run of a clock, and when it is due."""

    run: Run
    due: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands for the same run under both rules; one of them is None where it would not run."""

    before: Dated | None
    after: Dated | None

    @property
    def one(self) -> Dated:
        """As it stands; as it would be where it does not run."""
        found = self.before or self.after
        assert found is not None
        return found

    @property
    def kind(self) -> Kind:
        """What becomes of it."""
        if self.before is None:
            return "appear"
        if self.after is None:
            return "disappear"
        was, will = self.before.due, self.after.due
        if was == will:
            return "same"
        if was is None or will is None:
            return "gain_date" if was is None else "lose_date"
        return "earlier" if will < was else "later"

    @property
    def days(self) -> int:
        """By how many days it moves, where it does."""
        was, will = self.before and self.before.due, self.after and self.after.due
        return (will - was).days if was and will else 0


@dataclass(frozen=True, slots=True)
class Rerun:
    """A case under both rules. before, after: the threshold's receipts; None where incidents and reports are erased."""

    record: Record
    closed: bool
    before: Receipt | None
    after: Receipt | None
    pairs: list[Pair]


def rerun(record: Record, scheme: Scheme, calendar: Calendar) -> Rerun:
    """The case under its own rules and under these."""
    other = under(record, scheme)
    erased = record.has("case_erased")
    closed = record.has("case_closed") and running(record) is None
    before = None if erased else receipt_of(record)
    after = None if erased else receipt_of(other)
    return Rerun(record, closed, before, after, list(_pairs(record, other, calendar)))


def _pairs(record: Record, other: Record, calendar: Calendar) -> Iterator[Pair]:
    for name in {**record.scheme.clocks, **other.scheme.clocks}:
        before = _dated(record.scheme.clocks.get(name), record, calendar)
        after = _dated(other.scheme.clocks.get(name), other, calendar)
        yield from _paired(before, after)


def _dated(clock: Clock | None, record: Record, calendar: Calendar) -> list[Dated]:
    runs = runs_of(clock, record) if clock else ()
    return [Dated(run, due_of(run, record, calendar)) for run in runs]


def _paired(before: list[Dated], after: list[Dated]) -> Iterator[Pair]:
    """Runs for the same subject that start from the same fact belong together; of the others, one by one in order."""
    starts = {(each.run.subject, each.run.start.pk): each for each in after}
    left: dict[str, list[Dated]] = defaultdict(list)
    alone = []
    for each in before:
        same = starts.pop((each.run.subject, each.run.start.pk), None)
        if same is None:
            alone.append(each)
        else:
            yield Pair(each, same)
    for each in starts.values():
        left[each.run.subject].append(each)
    for each in alone:
        others = left[each.run.subject]
        yield Pair(each, others.pop(0) if others else None)
    for others in left.values():
        yield from (Pair(None, each) for each in others)

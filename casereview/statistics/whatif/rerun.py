"""One case, answered and dated by its own rules and by proposed ones."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from casereview.cases.appeal import running
from casereview.cases.deadlines import Run, due_of, runs_of
from casereview.cases.record import Record
from casereview.cases.threshold import application_of, judged
from casereview.clocks.calendar import Calendar
from casereview.schemes.model import Clock, Scheme
from casereview.schemes.receipt import Receipt
from casereview.schemes.threshold import assess
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


class Beside:
    """Two schemes held against each other once for all cases: what is worded alike is worked out once a case."""

    def __init__(self, was: Scheme, will: Scheme) -> None:
        self.will = will
        self.same_threshold = _threshold(was) == _threshold(will)
        self.same: list[Clock] = []
        self.others: list[tuple[Clock | None, Clock | None]] = []
        for name in {**was.clocks, **will.clocks}:
            clock, other = was.clocks.get(name), will.clocks.get(name)
            if clock and clock == other and (was.group == will.group or not clock.until):
                self.same.append(clock)
            else:
                self.others.append((clock, other))


def rerun(record: Record, beside: Beside, calendar: Calendar) -> Rerun:
    """The case under its own rules and under the proposed ones."""
    closed = record.has("case_closed") and running(record) is None
    other = under(record, beside.will)
    before, after = (None, None) if record.has("case_erased") else _receipts(record, other, beside)
    return Rerun(record, closed, before, after, list(_pairs(record, other, beside, calendar)))


def _threshold(scheme: Scheme) -> Scheme:
    """The scheme without what no threshold looks at; of the rest any difference may matter."""
    return replace(scheme, digest="", text="", starts=date.min, clocks={}, readings=())


def _receipts(record: Record, other: Record, beside: Beside) -> tuple[Receipt, Receipt]:
    """What `threshold.receipt_of` says, but for the reports that a person took out: nothing here names those."""
    application = application_of(record)
    before = assess(record.scheme, application)
    if beside.same_threshold:
        return before, before
    return before, assess(other.scheme, replace(application, judged=judged(other)))


def _pairs(record: Record, other: Record, beside: Beside, calendar: Calendar) -> Iterator[Pair]:
    for clock in beside.same:
        yield from (Pair(each, each) for each in _dated(clock, record, calendar))
    for was, will in beside.others:
        yield from _paired(_dated(was, record, calendar), _dated(will, other, calendar))


def _dated(clock: Clock | None, record: Record, calendar: Calendar) -> list[Dated]:
    runs = runs_of(clock, record) if clock else ()
    return [Dated(run, due_of(run, record, calendar)) for run in runs]


def _paired(before: list[Dated], after: list[Dated]) -> Iterator[Pair]:
    """Runs for the same subject that start from the same fact belong together; of the others, one by one in order."""
    starts = {(each.run.subject, each.run.start.id): each for each in after}
    left: dict[str, list[Dated]] = defaultdict(list)
    alone = []
    for each in before:
        same = starts.pop((each.run.subject, each.run.start.id), None)
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

"""Which dates move, added up over cases."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from casereview.statistics.figures.durations import median
from casereview.statistics.whatif.named import Named
from casereview.statistics.whatif.rerun import Kind, Rerun
from casereview.statistics.whatif.result import Cases, ClockMoves, Moves, Spread

Which = tuple[str, bool]  # a clock, and whether its run is open


@dataclass
class DatesTally:
    """What became of the runs of each clock, by how many days, and the open cases in which a date changes."""

    kinds: Counter[tuple[Which, Kind]] = field(default_factory=Counter)
    days: Counter[tuple[Which, int]] = field(default_factory=Counter)
    moved: Named = field(default_factory=Named)

    def add(self, case: Rerun) -> None:
        """One case."""
        moves = False
        for pair in case.pairs:
            which, kind = (pair.one.run.clock.name, pair.one.run.is_open), pair.kind
            self.kinds[which, kind] += 1
            if days := pair.days:
                self.days[which, days] += 1
            moves = moves or (kind != "same" and pair.one.run.is_open)
        if moves and not case.closed:
            self.moved.add(case)

    def join(self, other: "DatesTally") -> None:
        """All of the other's besides."""
        self.kinds.update(other.kinds)
        self.days.update(other.days)
        self.moved.join(other.moved)

    def result(self, order: Iterable[str]) -> tuple[ClockMoves, ...]:
        """The clocks that ever ran, in this order of their names, others last."""
        ran = {clock for (clock, _open), _kind in self.kinds}
        names = [*(name for name in order if name in ran), *sorted(ran - set(order))]
        return tuple(
            ClockMoves(name, self._moves((name, True)), self._moves((name, False))) for name in names
        )

    def cases(self) -> Cases:
        """The open cases in which a date changes that is still to be kept."""
        return self.moved.cases()

    def _moves(self, which: Which) -> Moves:
        kinds = {kind: number for (theirs, kind), number in self.kinds.items() if theirs == which}
        days = sorted((days, number) for (theirs, days), number in self.days.items() if theirs == which)
        middle = median(days)
        spread = None if middle is None else Spread(days[0][0], middle, days[-1][0])
        return Moves(**kinds, spread=spread)

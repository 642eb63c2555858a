"""How long it took where the scheme promises no length: a line a clock, of the runs that began in the period."""

from collections.abc import Iterable

from casereview.statistics.ground import ENDED, IN_TIME, OPEN, Ground, tally
from casereview.statistics.table import Line, Table

CODE = "durations"
DONE = "done"
STATES = {IN_TIME: DONE, OPEN: OPEN, ENDED: ENDED}  # what has no date is never late


def count(ground: Ground) -> Table:
    """Done, with the median of the days it took; still open; not needed any more."""
    lines = (
        Line(
            tally(((STATES[run.state], run.number) for run in runs), STATES.values()),
            clock,
            median=median((run.days, run.number) for run in runs if run.days is not None),
        )
        for clock, runs in ground.clocks(promised=False)
    )
    return Table(CODE, tuple(lines))


def median(days: Iterable[tuple[int, int]]) -> float | None:
    """The median of days, each given with how often it occurs; of an even number the mean of the middle two."""
    counted = sorted(days)
    number = sum(often for _days, often in counted)
    if not number:
        return None
    return (_at(counted, (number - 1) // 2) + _at(counted, number // 2)) / 2


def _at(counted: list[tuple[int, int]], place: int) -> int:
    for days, often in counted:
        if place < often:
            return days
        place -= often
    raise IndexError

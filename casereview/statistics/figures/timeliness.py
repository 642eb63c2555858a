"""Whether what the scheme promises was done in time: a line a clock that has a length, of the runs that began then."""

from casereview.statistics.ground import ENDED, IN_TIME, LATE, OPEN, Ground, tally
from casereview.statistics.table import Line, Table

CODE = "timeliness"
STATES = (IN_TIME, LATE, OPEN, ENDED)


def count(ground: Ground) -> Table:
    """In time, late (also where it is still not done), open and not late, not needed any more."""
    lines = (
        Line(tally(((run.state, run.number) for run in runs), STATES), clock)
        for clock, runs in ground.clocks(promised=True)
    )
    return Table(CODE, tuple(lines))

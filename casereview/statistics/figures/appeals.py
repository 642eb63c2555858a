"""Appeals, each event on its own day: received, taken back, heard."""

from casereview.statistics.ground import Ground
from casereview.statistics.table import Table, one_cell_each

CODE = "appeals"
EVENTS = ("appeal_received", "appeal_withdrawn", "hearing_held")


def count(ground: Ground) -> Table:
    """A line an event."""
    return Table(CODE, one_cell_each((kind, ground.number(kind)) for kind in EVENTS))

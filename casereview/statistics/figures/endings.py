"""Applications that ended before a decision: withdrawn, or passed on to the area where they belong."""

from casereview.statistics.ground import Ground
from casereview.statistics.table import Table, one_cell_each

CODE = "endings"
EVENTS = ("application_withdrawn", "transferred_out")


def count(ground: Ground) -> Table:
    """A line an event, each on its own day."""
    return Table(CODE, one_cell_each((kind, ground.number(kind)) for kind in EVENTS))

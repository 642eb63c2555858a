"""How often the threshold was decided to be met, each decision on the day it was made.

A line by itself: beside the times it was decided not met, which the law publishes, any total would give this away.
"""

from casereview.statistics.ground import Ground
from casereview.statistics.table import Table, one_cell_each

CODE = "decisions"


def count(ground: Ground) -> Table:
    """One line."""
    return Table(CODE, one_cell_each([("met", ground.number("threshold_met"))]))

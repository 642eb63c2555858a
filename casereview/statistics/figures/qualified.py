"""What the panel's chair decided about appeals: whether there would be a hearing, each on the day of the decision."""

from casereview.statistics.ground import Ground
from casereview.statistics.table import Line, Table

CODE = "qualified"
DECISIONS = ("appeal_qualified", "appeal_not_qualified")


def count(ground: Ground) -> Table:
    """One line: a hearing, and none."""
    return Table(CODE, (Line({kind: ground.number(kind) for kind in DECISIONS}),))

"""Times the threshold was decided not met (2014 Act, s.104(9)(b)): each decision on the day it was made."""

from casereview.statistics.ground import Ground

CODE = "not_met"


def count(ground: Ground) -> int:
    """How often it was decided in the period; a decision that was retaken counts again."""
    return ground.number("threshold_not_met")

"""Reviews carried out (2014 Act, s.104(9)(c)): each on the day of the sitting that ended it, adjourned or not."""

from casereview.statistics.ground import Ground

CODE = "reviews"


def count(ground: Ground) -> int:
    """How many ended in the period."""
    return ground.facts("review_held").filter(codes__concluding=True).values("case").distinct().count()

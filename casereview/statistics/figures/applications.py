"""Applications made (2014 Act, s.104(9)(a)): each counts on the day it arrived, joined duplicates too.

One that another area passed on counts here with the day it first arrived anywhere; a case that follows another in its
own area brings no new application (see the decision on published figures).
"""

from casereview.cases.beginning import APPLICATIONS
from casereview.statistics.ground import Ground

CODE = "applications"


def count(ground: Ground) -> int:
    """How many were made in the period."""
    return ground.number(*APPLICATIONS)

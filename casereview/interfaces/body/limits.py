"""How often one network address may try a link or a code of a body's return. Both are our choice."""

from datetime import timedelta

from casereview.cases.rate_limits import Limit

TRIES = Limit("way to a return", burst=20, refill=timedelta(minutes=1))  # an office may share one address
ALL_TRIES = Limit("ways to returns of everybody", burst=300, refill=timedelta(seconds=1))

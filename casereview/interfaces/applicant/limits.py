"""How often one network address may try a code or a link, ask for a link, or send something. All are our choice."""

from datetime import timedelta

from casereview.cases.rate_limits import Limit

TRIES = Limit("way into one's own page", burst=10, refill=timedelta(minutes=2))
ALL_TRIES = Limit("ways in of everybody", burst=300, refill=timedelta(seconds=1))
LINKS = Limit("link into one's own page", burst=5, refill=timedelta(minutes=5))
ALL_LINKS = Limit("links of everybody", burst=300, refill=timedelta(seconds=2))
FILES = Limit("send a file from one's own page", burst=30, refill=timedelta(seconds=20))

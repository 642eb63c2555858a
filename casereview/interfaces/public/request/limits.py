"""How often one network address may try a return code, ask for a link, begin, or send files. All are our choice."""

from datetime import timedelta

from casereview.cases.rate_limits import Limit

CODES = Limit("return code", burst=10, refill=timedelta(minutes=2))
ALL_CODES = Limit("return codes of everybody", burst=300, refill=timedelta(seconds=1))
LINKS = Limit("way back by e-mail", burst=5, refill=timedelta(minutes=5))
BEGINNING = Limit("begin an application", burst=15, refill=timedelta(minutes=1))
SENDING = Limit("send an application", burst=10, refill=timedelta(minutes=1))
FILES = Limit("send a file", burst=30, refill=timedelta(seconds=20))

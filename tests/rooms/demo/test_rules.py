"""The demo's proposed rules wait for an administrator, and are proposed once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from casereview.schemes.check import check
from demo.place import build
from demo.rules import propose_rules

pytestmark = pytest.mark.django_db


def test_longer_time_for_the_review_is_proposed_once(time_machine):
    time_machine.move_to(datetime(2026, 12, 4, 12, tzinfo=ZoneInfo("Europe/London")))
    build()
    proposal = propose_rules(date(2026, 12, 4))
    assert (proposal.waits, proposal.starts) == (True, date(2027, 2, 1))
    assert check(proposal.text, None, "durham").clocks["review"].length.amount == 15
    assert propose_rules(date(2027, 1, 4)) == proposal

"""The procedure walked where an area's page leaves nearly everything open: nothing breaks, and no case gets stuck."""

import os
import re
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from casereview.letters.markup import to_plain
from casereview.letters.models import SentLetter
from casereview.process import STEPS
from demo.cast import Cast
from demo.place import build
from tests.rooms.letters.test_read_through import HEADING, NEVER
from tests.silent import in_force
from tests.walk.beginnings import beginnings
from tests.walk.test_procedure import AIMS, can_be_closed, can_be_erased, goes_on, holds_at_the_end
from tests.walk.walker import PREPARED_BY

TODAY = date(2027, 6, 1)
MOVES = 12
IN_CI = 20 if connection.vendor == "sqlite" else 3
WALKS = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else IN_CI
# What a page must state before anybody can do it: a service, a form, days for reminders, a last day to appeal.
NOT_OFFERED = {
    "offer_support",
    "answer_support",
    "refer_to_support",
    "assess_risk",
    "chase_return",
    "admit_late_appeal",
}
# What County Durham's page says of its panel and its chair, and of danger; no other page has to.
PROMISES = {
    "who is on the panel": r"independent|members of the public|public representatives",
    "what the page calls it": r"overturn",
    "when it is read": r"on the working day it arrives",
    "a reminder": r"We remind you if we hear nothing",
}
OFFERED = [name for name in AIMS if name not in NOT_OFFERED]


@pytest.fixture(params=["bare", "no lengths"])
def begun(db, time_machine, tmp_path, monkeypatch, request):
    """Where walks begin, by the step that is open there, under one of the pages."""
    time_machine.move_to(datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")), tick=False)
    in_force(request.param, tmp_path, monkeypatch)
    build()
    return beginnings(Cast(), TODAY, silent=True)


@pytest.mark.hypothesis  # so that `make deep` finds it, in which it walks more
def test_every_step_that_wants_no_word_of_the_page_is_open_somewhere_and_no_case_is_stuck(begun):
    letters_are_whole_and_promise_nothing(begun)

    def is_open(name):
        return any(not STEPS[name].is_open(each.record()) for each in begun[name])

    assert all(is_open(name) for name in OFFERED if name not in PREPARED_BY)
    assert not any(is_open(name) for name in NOT_OFFERED)
    for number in range(WALKS):
        chance = Random(number)
        aim = chance.choice(OFFERED)
        walk = chance.choice(begun[aim]).again(chance)
        for _move in range(MOVES):
            goes_on(walk, aim)
        holds_at_the_end(walk)
        can_be_closed(walk)
        can_be_erased(walk)


def letters_are_whole(walks):
    """No hole in any letter, no slip, no heading over nothing; returns the letters, each once."""
    told = {row.pk: row for walk in walks for row in walk.rows[SentLetter]}
    for row in told.values():
        text = to_plain(row.prose)
        for what, pattern in NEVER.items():
            assert not re.search(pattern, text), f"{row.letter.code}: {what}"
        sections = HEADING.split(row.prose)[1:]
        assert all(section.strip() for section in sections), row.letter.code
    return list(told.values())


def letters_are_whole_and_promise_nothing(begun):
    """All letters of all stories: no hole in any, and no word of a panel's make-up that no page states."""
    told = letters_are_whole([walk for walks in begun.values() for walk in walks])
    assert len({row.letter.code for row in told}) > 40
    for row in told:
        for what, pattern in PROMISES.items():
            assert not re.search(pattern, to_plain(row.prose)), f"{row.letter.code}: {what}"

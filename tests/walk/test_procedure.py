"""The whole procedure, walked at random by everybody in it: no case gets stuck, no clock is lost."""

import os
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from casereview.cases.chain import broken_at
from casereview.cases.retention import erased
from casereview.process import STEPS
from demo.cast import Cast
from demo.place import build
from tests.walk.beginnings import beginnings
from tests.walk.outside import announce_a_holiday, end_an_office
from tests.walk.promises import is_the_same, no_clock_is_lost, steps_keep_to_their_rules
from tests.walk.stored import rebuilt
from tests.walk.walker import WALKED

TODAY = date(2027, 6, 1)
MOVES = 20
# They hardly touch a table while they walk: on PostgreSQL, where nothing else is to be found, a few are enough.
IN_CI = 500 if connection.vendor == "sqlite" else 10
WALKS = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else IN_CI
# Of one move. A move of seed 0 is left out, so that Hypothesis tells a fault in few moves.
SEEDS = st.integers(0, 2**32)
AIMS = [name for name in WALKED if name != "erase_after_time"]  # with that every walk ends
YEARS = 2300  # days: longer than any case is kept


@pytest.fixture
def begun(db, time_machine):
    """Where walks begin, by the step that is open there; for them it is always the same day."""
    time_machine.move_to(datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")), tick=False)
    build()
    return beginnings(Cast(), TODAY)


@pytest.mark.hypothesis  # so that `make deep` finds it: what is decorated below it cannot see
def test_no_case_is_stuck_no_clock_is_lost_and_every_step_is_within_reach(begun):
    @given(aim=st.sampled_from(AIMS), first=SEEDS, moves=st.tuples(*[SEEDS] * MOVES))
    @settings(max_examples=WALKS, suppress_health_check=list(HealthCheck))
    def any_walk(aim, first, moves):
        chance = Random(first)
        walk = chance.choice(begun[aim]).again(chance)
        note(walk.name)
        for seed in filter(None, moves):
            walk.chance = Random(seed)
            goes_on(walk, aim)
        note(walk.taken)
        holds_at_the_end(walk)
        can_be_closed(walk)
        can_be_erased(walk)

    def reached(name, by, number):
        chance = Random(f"{name} {by} {number}")
        some = chance.sample(begun[name], len(begun[name]))
        walk = next((each for each in some if each.may(name, by)), some[0]).again(chance)
        return any(goes_on(walk, name, by) for _move in range(MOVES))

    any_walk()
    if connection.vendor != "sqlite":
        return
    asked = [(name, by) for name in AIMS for by in STEPS[name].who]
    assert not [each for each in asked if not any(reached(*each, number) for number in range(20))]


def goes_on(walk, aim, by=""):
    """Time goes by, and something is done: the step that is aimed at, or another, here or in a linked case.

    Every promise is kept. Returns whether it was that step.
    """
    if walk.chance.randrange(4) == 0:
        walk.turn()
    walk.wait(walk.chance.choice((0, 0, 1, 3, 9)))
    if walk.chance.randrange(40) == 0:
        announce_a_holiday(walk)
    if walk.chance.randrange(40) == 0:
        end_an_office(walk)
    case, facts, runs = walk.case, len(walk.record().facts), walk.record().deadlines
    heads_for_it = walk.chance.randrange(2) == 0
    taken = heads_for_it and walk.move(aim, by)
    if not (taken or (heads_for_it and walk.prepares(aim))):
        walk.go_on()
    record = walk.record()
    if record.case != case:  # another came out of it
        facts, runs = 0, []
    steps_keep_to_their_rules(record, facts)
    no_clock_is_lost(record, runs)
    return taken


def holds_at_the_end(walk):
    """The chain of every case holds, and a rebuild gives its dates and status again."""
    for _case in each_case(walk):
        assert broken_at(walk.record().facts) is None
        is_the_same(rebuilt(walk), walk.record())


# What is always possible, in the order in which it is tried: each ends something that keeps a case open.
GONE = {"safe": "yes", "pressed": "no"}
ENDINGS = {
    "withdraw_appeal": GONE,
    "close": {},
    "withdraw": {**GONE, "withdrawn_by": "applicant", "notes": "They asked us to stop"},
}


def can_be_closed(walk):
    """By doing what is always possible: withdraw, let what was promised end, close; every case of the chain."""
    for _case in each_case(walk):
        for _round in range(6):
            walk.wait(40)
            any(walk.move(name, **known) for name, known in ENDINGS.items())
            if walk.record().has("case_closed"):
                break
        assert walk.record().has("case_closed"), walk.taken


def can_be_erased(walk):
    """Long after, when no court wants it any more; every case of the chain."""
    for _case in each_case(walk):
        walk.move("lift_hold")
    walk.wait(YEARS)
    for _case in each_case(walk):
        assert erased(walk.record()) or walk.move("erase_after_time"), walk.taken


def each_case(walk):
    """Goes through the cases of the chain; the walk is in one after another."""
    for _case in range(len(walk.others) + 1):
        yield
        if walk.others:
            walk.turn_to(walk.others[-1])

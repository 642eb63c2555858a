"""The whole procedure, walked at random by everybody in it: no case gets stuck, no clock is lost."""

import os
from datetime import date
from random import Random

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from casereview.cases.chain import broken_at
from casereview.cases.deadlines import derive
from casereview.cases.models import Deadline
from casereview.cases.status import status
from casereview.process import STEPS
from casereview.wording.status import STATUS_WORDS
from demo.place import build
from demo.rehearsal import Cast
from tests.walk.walker import Walk

TODAY = date(2027, 6, 1)
MOVES = 25
# They touch no table while they walk: on PostgreSQL, where nothing else is to be found, a few are enough.
IN_CI = 60 if connection.vendor == "sqlite" else 10
WALKS = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else IN_CI


@pytest.fixture
def cast(db):
    """The demo's people and bodies, read once for all walks."""
    build()
    return Cast()


@given(seed=st.integers(0, 2**40))
@settings(max_examples=WALKS, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_no_case_gets_stuck_and_no_clock_is_lost(cast, seed):
    chance = Random(seed)
    walk = Walk(f"walk-{seed}", TODAY, cast=cast, draw=chance.choice)
    walk.begin()
    for _move in range(MOVES):
        walk.wait(chance.choice((0, 0, 1, 3, 9)))
        walk.go_on()
        must_hold(walk)
    can_be_closed(walk)


def must_hold(walk):
    record = walk.record()
    assert broken_at(record.facts) is None
    assert status(record) in STATUS_WORDS
    runs = derive(record, record.calendar)
    assert every_start_has_its_run(record, runs)
    if closed := record.latest("case_closed"):  # an appeal may come later, and starts clocks of its own
        before = [run for run in runs if run.is_open and record.comes_after(closed, run.started_by)]
        assert all(record.scheme.clocks[run.clock].survives_close for run in before)


def every_start_has_its_run(record, runs: list[Deadline]) -> bool:
    """Each fact that starts a clock started a run of it, or came while one ran for the same subject."""
    for clock in record.scheme.clocks.values():
        if clock.starts_on != "day":
            continue
        for fact in record.current(*clock.starts):
            subject = str(fact.codes.get("body", ""))
            theirs = [run for run in runs if run.clock == clock.name and run.subject == subject]
            assert any(run.started_by.number <= fact.number for run in theirs), (clock.name, fact.kind)
    return True


# What is always possible, in the order in which it is tried: each ends something that keeps a case open.
ENDINGS = {
    "close": {},
    "withdraw_appeal": {"safe": "yes", "pressed": "no"},
    "withdraw": {
        "withdrawn_by": "applicant",
        "safe": "yes",
        "pressed": "no",
        "notes": "They asked us to stop",
    },
}


def can_be_closed(walk):
    """By doing what is always possible: withdraw, let what was promised end, close."""
    for _round in range(6):
        if walk.record().has("case_closed"):
            return
        walk.wait(40)
        for name, known in ENDINGS.items():
            viewer = walk.somebody(STEPS[name])
            if viewer and walk.move(name, viewer, **known):
                break
    assert walk.record().has("case_closed"), walk.taken

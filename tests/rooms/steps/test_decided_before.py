"""A decision is taken again: Cora recorded the refusal, the police's Insp. Hill decided it; neither does so twice."""

import pytest

from casereview.cases.postgresql.roles import acting
from casereview.interfaces.staff.case.head import head_of
from casereview.jobs.letters import send_due
from casereview.people.models import User
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotOpen
from tests.rooms.steps.conftest import RECEIVED, THREE, moment
from tests.rooms.steps.test_deciding import errors_of
from tests.rooms.steps.test_linked_cases import opened, upheld
from tests.rooms.steps.test_reopen import MISTAKE, MONDAY, goes_on


@pytest.fixture(autouse=True)
def today(time_machine):
    """The job that opens a linked case reads the clock."""
    time_machine.move_to(moment(MONDAY, 13))


@pytest.fixture
def new(world):
    world.apply(*THREE[:2])
    world.proposed()
    world.take("decide_threshold", **world.decision("not_met"))
    upheld(world, "new_decision")
    world.case = opened(world)
    return world.case


def test_the_one_who_recorded_it_neither_proposes_nor_records_the_new_one(world, new):
    for step, answers in (
        ("propose_decision", {"result": "met", "reasons": "Three"}),
        ("decide_threshold", world.decision("met")),
    ):
        with pytest.raises(NotOpen, match="18 November 2026, which is taken again here"):
            world.take(step, today=MONDAY, **answers)


def test_somebody_else_does_and_names_others_who_decide(world, new):
    world.take("propose_decision", world.dan, today=MONDAY, result="met", reasons="Three")
    same = {**world.decision("met"), f"decider_{world.police.pk}": "insp. A.  Hill, response team"}
    errors = errors_of(world, viewer=world.dan, today=MONDAY, **same)
    assert "They decided before" in errors[f"decider_{world.police.pk}"][0]
    other = {**same, f"decider_{world.police.pk}": "Supt. B. Moor"}
    world.take("decide_threshold", world.dan, today=MONDAY, **other)
    assert "threshold_met" in world.kinds()


def test_the_same_decider_only_for_a_reason_which_is_kept(world, new):
    world.take("propose_decision", world.dan, today=MONDAY, result="met", reasons="Three")
    why = "The force has one officer who may decide."
    world.take("decide_threshold", world.dan, today=MONDAY, **world.decision("met"), again_reason=why)
    record = world.record()
    assert record.said(record.latest("threshold_met"), "again_reason") == why


def test_where_the_office_has_nobody_else_the_same_one_does_and_says_why(world, new):
    gone = {"is_active": False, "disabled_at": moment(RECEIVED), "disabled_by": User.objects.first()}
    User.objects.filter(email="dan@example.org").update(**gone)
    proposal = {"result": "met", "reasons": "Three"}
    with pytest.raises(Invalid) as refused:
        world.take("propose_decision", today=MONDAY, **proposal)
    assert "again_reason" in refused.value.form.errors
    world.take("propose_decision", today=MONDAY, **proposal, again_reason="There are two of us")
    decision = {**world.decision("met"), f"decider_{world.police.pk}": "Supt. B. Moor"}
    assert "again_reason" in errors_of(world, today=MONDAY, **decision)
    world.take("decide_threshold", today=MONDAY, **decision, again_reason="There are two of us")


def test_it_stands_on_the_case_before_anybody_begins(world, new):
    with acting(world.dan):
        said = head_of(world.record(world.dan)).decided_before
    assert "Insp. A. Hill (The police)" in said
    assert "Cora" in said


def test_nor_where_the_office_itself_reopened_the_refusal(world):
    world.apply(*THREE[:2])
    world.proposed()
    world.take("decide_threshold", **world.decision("not_met"))
    with acting(SYSTEM):
        send_due(moment(RECEIVED, 14))
    world.take("close", today=MONDAY)
    world.case = goes_on(world, **MISTAKE)
    proposal = {"today": MONDAY, "result": "met", "reasons": "A report was lost"}
    with pytest.raises(NotOpen, match="taken again here"):
        world.take("propose_decision", **proposal)
    world.take("propose_decision", world.dan, **proposal)


def test_in_a_case_that_follows_none_they_decide(world):
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    assert "threshold_met" in world.kinds()

"""The threshold is decided by people, with reasons, and never against section 104(4) of the Act."""

import pytest

from casereview.process import Invalid, NotAllowed, NotOpen
from tests.rooms.steps.conftest import THREE


def errors_of(world, **answers):
    with pytest.raises(Invalid) as refused:
        world.take("decide_threshold", **answers)
    return refused.value.form.errors


def test_two_complaints_may_be_found_not_enough(world):
    world.apply(*THREE[:2])
    world.proposed()
    world.take("decide_threshold", **world.decision("not_met"))
    record = world.record()
    decided = record.latest("threshold_not_met")
    assert [letter.code for letter in record.letters][-1] == "threshold_not_met"
    assert decided.codes["receipt"]["statute"]["found"] == 2
    assert record.said(decided, "reasons") == "We looked at all of it"
    assert record.said(decided, "findings") == [
        {"issue": "Shouting and banging", "finding": "It happens, and nobody has answered"}
    ]


def test_three_qualifying_complaints_cannot_be_refused(world):
    world.apply(*THREE)
    world.proposed()
    errors = errors_of(world, **world.decision("not_met"))
    assert "Section 104(4)" in errors["result"][0]
    assert "threshold_not_met" not in world.kinds()
    world.take("decide_threshold", **world.decision("met"))
    assert "threshold_met" in world.kinds()


def test_no_record_takes_no_report_away(world):
    world.apply(*THREE)
    world.told_to_all()
    world.take(
        "answer_reports",
        world.officer,
        body=world.police.holder,
        answer_1="no_record",
        answer_3="no_record",
    )
    world.take("propose_decision", result="not_met", reasons="The police hold nothing")
    assert "Section 104(4)" in errors_of(world, **world.decision("not_met"))["result"][0]


@pytest.mark.parametrize(
    "missing",
    [
        "persistence",
        "harm",
        "response",
        "reasons",
        "issue_1",
        "finding_no_or_inadequate_response",
        "why_no_or_inadequate_response",
    ],
)
def test_every_reason_is_asked_for(world, missing):
    world.apply(*THREE[:2])
    world.proposed()
    assert missing in errors_of(world, **{**world.decision(), missing: ""})


def test_somebody_decides_for_a_relevant_body(world):
    world.apply(*THREE[:2])
    world.proposed()
    nobody = {**world.decision(), f"decider_{world.police.pk}": ""}
    assert "relevant body" in errors_of(world, **nobody)["__all__"][0]


def test_a_silent_body_holds_nothing_up_but_one_that_was_not_asked_needs_a_reason(world):
    world.apply(*THREE[:2])
    world.take("dispatch_application", bodies=[world.police.holder, world.council.holder])
    world.take("propose_decision", result="not_met", reasons="Two")
    assert "The board" in errors_of(world, **world.decision())["silent_reason"][0]
    world.take("decide_threshold", **world.decision(silent_reason="The board was abolished today"))
    assert "threshold_not_met" in world.kinds()


def test_where_one_incident_was_complained_of_thrice_a_person_says_how_it_counts(world):
    days = [("police", "2026-10-02"), ("council", "2026-10-03"), ("police", "2026-10-04")]
    world.apply(("2026-10-01", *days))
    world.proposed()
    assert "statute_reason" in errors_of(world, **world.decision("not_met"))
    world.take("decide_threshold", **world.decision("not_met", statute_reason="One event, told three times"))
    assert world.record().latest("threshold_not_met").codes["receipt"]["statute"]["found_unmerged"] == 3


def test_it_is_decided_once(world):
    world.apply(*THREE)
    world.proposed()
    world.take("decide_threshold", **world.decision("met"))
    with pytest.raises(NotOpen, match="has been decided"):
        world.take("decide_threshold", **world.decision("met"))


@pytest.mark.parametrize("who", ["stranger", "officer"])
def test_nobody_else_decides(world, who):
    world.apply(*THREE)
    world.proposed()
    with pytest.raises(NotAllowed):
        world.take("decide_threshold", getattr(world, who), **world.decision("met"))

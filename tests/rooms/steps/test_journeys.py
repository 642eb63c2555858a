"""Whatever is done to a case, in whatever order: the chain holds, and deadlines and summary follow from the facts."""

import uuid
from io import StringIO

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from casereview.cases.chain import broken_at
from casereview.cases.models import Deadline, Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from casereview.process import NotTaken
from casereview.steps.correct_fact import KINDS
from tests.rooms.steps.conftest import QUIET, THREE, World


def possible(world):
    """Steps with answers that are right for the case as it began; some will not be open when they come."""
    police, robin = world.police.holder, world.record().applicant.holder
    report = str(world.record().reports[0].id)
    held = {"body": police, "answer_1": "confirmed", "answer_3": "no_record"}
    return {
        "triage_risk": {"risk": "high", **QUIET},
        "record_concern": {"concern": "shouting"},
        "record_referral": {"referred_to": "police", "notes": "x"},
        "agree_protection": {"what": "a call each day"},
        "assign_owner": {"owner": world.cora.holder, "deputy": world.dan.holder},
        "hand_over": {"until": "2026-12-04"},
        "add_task": {"what": "ring the school"},
        "dispatch_application": {"bodies": [police, world.council.holder]},
        "liaise_with_partnership": {"partnership": "x", "with_whom": "y"},
        "log_contact": {"route": "phone", "outcome": "no_answer", "time": "09:00"},
        "request_information": {"person": robin, "questions": "When?"},
        "add_information": {"told": "Again last night", "channel": "phone"},
        "change_contact": {"person": robin, "method": "phone", "value": "01632 960001"},
        "record_consent": {"person": robin, "consent": "given"},
        "answer_reports": held,
        "discount_report": {"report": report, "ground": "not_made", "reasons": "x", "found_by": "y"},
        "propose_decision": {"result": "met", "reasons": "x"},
        "record_body_view": {"body": police, "view": "agree", "given_by": "x"},
        "decide_threshold": world.decision("met", silent_reason="x", statute_reason="x"),
        "withdraw": {"withdrawn_by": "victim", "safe": "yes", "pressed": "no", "notes": "x"},
        "transfer": {"to": "elsewhere", "how": "by post"},
        "record_death": {"notes": "x"},
        "close": {},
    }


ANY = """
    triage_risk record_concern record_referral agree_protection assign_owner hand_over add_task dispatch_application
    liaise_with_partnership log_contact request_information add_information change_contact record_consent answer_reports
    discount_report propose_decision record_body_view decide_threshold withdraw transfer record_death close correct
"""


def correct_something(world):
    """Put the latest fact that can be corrected a day earlier."""
    facts = world.record().current(*KINDS)
    world.take("correct_fact", fact=str(facts[-1].id), what="dated", on="2026-11-17", reason="mistyped")


def stored(case):
    with acting(SYSTEM):
        runs = Deadline.objects.filter(case=case).order_by("clock", "subject", "started_by__number")
        return [
            *runs.values("clock", "subject", "started_on", "due", "stopped_on", "ended_on", "receipt"),
            *Summary.objects.filter(case=case).values(),
        ]


def holds(world):
    assert broken_at(world.record().facts) is None
    before, out = stored(world.case), StringIO()
    call_command("rebuild", stdout=out)
    assert "0 of them had differed" in out.getvalue()
    assert stored(world.case) == before


@pytest.mark.parametrize(
    "journey",
    [
        "triage_risk assign_owner dispatch_application log_contact answer_reports propose_decision "
        "record_body_view decide_threshold",
        "triage_risk log_contact withdraw close record_concern",
        "record_consent transfer close",
        "dispatch_application answer_reports discount_report correct propose_decision decide_threshold",
        "assign_owner hand_over add_task change_contact record_death close",
        "triage_risk correct add_information request_information record_referral agree_protection",
    ],
)
def test_a_whole_journey_leaves_nothing_that_a_rebuild_would_change(world, journey):
    world.apply(*THREE)
    answers = possible(world)
    for name in journey.split():
        correct_something(world) if name == "correct" else world.take(name, **answers[name])
    holds(world)


class AnyOrder(TestCase):
    """Random sequences: a step that is not open then is refused, and a refusal leaves no trace."""

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(ANY.split()), min_size=1, max_size=8))
    def test_any_order(self, names):
        world = World()
        world.apply(*THREE)
        answers = possible(world)
        for name in names:
            before = len(world.record().facts)
            try:
                key = uuid.uuid4().hex
                correct_something(world) if name == "correct" else world.take(name, key=key, **answers[name])
            except NotTaken:
                assert len(world.record().facts) == before
        holds(world)

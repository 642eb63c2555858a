"""The applicant answers the offer of support on their page, and changes their mind there."""

import pytest

from casereview.cases.support import agreed, referral_of
from casereview.process import take
from tests.rooms.interfaces.applicant.conftest import come_in, record_of
from tests.rooms.interfaces.applicant.test_pages import CORA, DECISION, main

pytestmark = pytest.mark.usefixtures("db")
MET = {
    "result": "met",
    "statute_reason": "One report, one incident",
    "finding_no_or_inadequate_response": "yes",
}


def do(step, who, **answers):
    return take(step, viewer=CORA, case=who.case, answers=answers, key=f"{step} {len(record_of(who).facts)}")


@pytest.fixture
def offered(robin):
    """Robin, whose case is to be reviewed, and who was offered support."""
    record = record_of(robin)
    bodies = record.relevant_bodies
    do("dispatch_application", robin, bodies=[body.holder for body in bodies])
    do("propose_decision", robin, result="met", reasons="x")
    do("decide_threshold", robin, **{**DECISION, **MET, f"decider_{bodies[0].pk}": "A. Hill"})
    do("offer_support", robin, person=robin.viewer.holder)
    return robin


def test_before_an_offer_there_is_nothing_to_answer(client, robin):
    come_in(client, robin)
    assert "my/support" not in main(client, "/my/")
    assert "<form" not in main(client, "/my/support")
    client.post("/my/support", {"answer": "yes", "covers": ["name"]})
    assert not record_of(robin).has("support_answered")


def test_a_yes_is_given_with_what_may_be_told_and_nothing_is_ticked_beforehand(client, offered):
    come_in(client, offered)
    assert "Say whether you want support" in main(client, "/my/")
    assert " checked" not in main(client, "/my/support")
    without = client.post("/my/support", {"answer": "yes", "key": "1"})
    assert "Choose what the service may be told" in without.content.decode()
    client.post("/my/support", {"answer": "yes", "covers": ["name", "contact"], "key": "2"})
    ((person, covers),) = agreed(record_of(offered))
    assert (person.holder, covers) == (offered.viewer.holder, ("name", "contact"))
    assert "You said yes" in main(client, "/my/support")
    assert "Say whether you want support" not in main(client, "/my/")


def test_they_see_that_the_service_was_told_and_a_no_ends_it(client, offered):
    come_in(client, offered)
    client.post("/my/support", {"answer": "yes", "covers": ["name"], "key": "1"})
    do("refer_to_support", offered)
    assert "We told the service on" in main(client, "/my/support")
    client.post("/my/support", {"answer": "no", "key": "2"})
    assert referral_of(record_of(offered)) is None
    assert "You said no" in main(client, "/my/support")


def test_nobody_answers_for_somebody_else(client, offered, sam):
    come_in(client, sam)
    client.post("/my/support", {"answer": "yes", "covers": ["name"], "person": offered.viewer.holder})
    assert not record_of(offered).has("support_answered")

"""What came of asking the bodies, as the co-ordinator sees it; and a return that a body gave by phone."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from demo.casework import signs
from tests.beginnings import beginning
from tests.rooms.interfaces.body.conftest import FRIDAY, asked_on_a_friday
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import THREE

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def friday(time_machine):
    time_machine.move_to(FRIDAY)


@beginning
def asked(friday, world):
    return asked_on_a_friday(world)


def text(client, address):
    return client.get(address).content.decode()


def test_silence_is_shown_as_silence(asked, cora):
    page = text(cora, f"/work/cases/{asked.case.reference}/bodies/")
    assert page.count("No answer yet") >= 2
    assert "Nothing held" not in page
    told = {"body": asked.council.holder, "held": "nothing", "withheld": "none", "given_by": "A. Clerk"}
    asked.take("give_return", asked.other_officer, today=timezone.localdate(), **told)
    assert "Nothing held" in text(cora, f"/work/cases/{asked.case.reference}/bodies/")
    asked.take("triage_risk", **signs(), risk="standard", notes="")  # else that waits first
    queue = text(cora, "/work/?show=all")
    assert asked.case.reference in queue
    assert "The police" in queue.partition("<tbody")[2]  # whom the case waits for


def test_a_coordinator_writes_down_what_a_body_said_on_the_phone(asked, cora, stranger):
    base = f"/work/cases/{asked.case.reference}"
    assert f"{base}/return/police/" in text(cora, f"{base}/do/give_return/")
    form = f"{base}/return/police/"
    told = {
        "ticket": ticket_in(cora.get(form)),
        "held": "something",
        "given_by": "Sgt Hill",
        "withheld": "part",
        "confirmed": "yes",
    }
    told |= {
        "withheld_reason": "An open investigation",
        "match_1": "held",
        "match_3": "not_held",
        "risk": "A knife",
    }
    told |= {"a1_when": "1/11/2026", "a1_what": "Warning letter", "a1_shown": "on"}
    assert stranger.post(form, told).status_code == 404
    assert cora.post(form, told).headers["Location"] == f"{base}/bodies/"
    page = text(cora, f"{base}/bodies/")
    for said in (
        "Answered, a part withheld",
        "An open investigation",
        "A knife",
        "Warning letter",
        "The applicant may be shown it",
    ):
        assert said in page
    assert cora.get(f"{base}/return/health/").status_code == 404  # it was not asked


def test_the_step_itself_records_nothing_without_a_body(asked, cora):
    form = f"/work/cases/{asked.case.reference}/do/give_return/"
    assert cora.post(form, {"held": "nothing"}).status_code == 200
    assert not asked.record().has("return_received")


def test_asking_shows_the_letter_with_its_date_first(world, time_machine):
    time_machine.move_to(datetime(2026, 12, 18, 14, 0, tzinfo=UTC))
    cora = signed_in(world.cora)
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"), today=timezone.localdate())
    form = f"/work/cases/{world.case.reference}/do/ask_for_returns/"
    told = {
        "ticket": ticket_in(cora.get(form)),
        "bodies": [world.police.holder],
        "purpose": "To prepare the review",
    }
    preview = cora.post(form, told).content.decode()
    for said in (
        "Tuesday 29 December 2026",
        "Schedule 4, paragraph 7",
        "To prepare the review",
        "We hold nothing",
    ):
        assert said in preview
    assert not world.record().has("information_requested")

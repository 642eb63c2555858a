"""Assessing risk and harm on its page: what the answers lead to is said before anything is recorded."""

import pytest
from django.urls import reverse

from tests.rooms.interfaces.staff.conftest import ticket_in
from tests.rooms.steps.conftest import THREE
from tests.rooms.steps.test_assess_risk import SEVEN, assess, form


@pytest.fixture
def case(world):
    return world.apply(*THREE)


@pytest.fixture
def address(case):
    return reverse("work:do", args=[case.reference, "assess_risk"])


def post(client, address, answers):
    return client.post(address, {"ticket": ticket_in(client.get(address)), **answers})


def test_what_the_answers_lead_to_is_said_first_and_recorded_on_a_second_yes(world, cora, address):
    asked = post(cora, address, form(SEVEN))
    assert "The answers give 7 points: standard risk." in asked.content.decode()
    assert not world.record().has("risk_assessed")
    post(cora, address, form(SEVEN, confirmed="yes"))
    assert world.record().latest("risk_assessed").codes["risk"] == "standard"


def test_another_level_without_a_reason_stands_again_with_what_was_typed(world, cora, address):
    shown = post(cora, address, form(SEVEN, override="high", notes="By phone", confirmed="yes"))
    assert "Say why the level is another" in shown.content.decode()
    assert "By phone" in shown.content.decode()
    assert not world.record().has("risk_assessed")


def test_the_form_shows_the_answers_of_last_time(world, cora, address):
    assert "Uneasy at home or on the way</" not in cora.get(address).content.decode()
    assess(world, SEVEN)
    assert ": Uneasy at home or on the way" in cora.get(address).content.decode()


def test_the_page_lays_assessments_beside_each_other_and_marks_what_changed(world, cora, case):
    page = reverse("work:risk", args=[case.reference])
    assert "None has been made yet." in cora.get(page).content.decode()
    assess(world, SEVEN)
    assert "Changed" not in cora.get(page).content.decode()
    assess(world, SEVEN | {"fear": "changed"}, "meeting", override="high", override_reason="She was followed")
    shown = cora.get(page).content.decode()
    assert shown.count("Changed") == 1
    assert shown.index("for the meeting") < shown.index("at the first look")
    assert "She was followed" in shown
    assert "8 points" in shown


def test_somebody_of_another_area_finds_no_such_page(world, stranger, case):
    assert stranger.get(reverse("work:risk", args=[case.reference])).status_code == 404


def test_that_none_was_made_at_the_close_stands_on_the_case(world, cora, case):
    overview = reverse("work:case", args=[case.reference])
    said = "Risk and harm have not been assessed at the close."
    assert said not in cora.get(overview).content.decode()
    world.take("withdraw", withdrawn_by="applicant", safe="yes", pressed="no", notes="She is moving away")
    assert said in cora.get(overview).content.decode()
    assess(world, SEVEN, "close")
    assert said not in cora.get(overview).content.decode()


def test_the_history_reads_in_words(world, cora, case):
    assess(world, SEVEN, override="high", override_reason="She was followed")
    shown = cora.get(reverse("work:history", args=[case.reference])).content.decode()
    assert "Risk and harm were assessed, at the first look: high" in shown
    assert "She was followed" in shown
    assert "how_often" not in shown

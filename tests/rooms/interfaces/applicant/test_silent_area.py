"""Whoever disagrees where the area's page leaves open what happens then reads it so, and finds a way all the same."""

import pytest

from tests.live_area import live_area
from tests.rooms.interfaces.applicant.conftest import apply_as, come_in, work
from tests.rooms.interfaces.applicant.test_pages import kinds, main, refuse
from tests.silent import BARE, in_force

pytestmark = pytest.mark.usefixtures("db")
WHY = {"reasons": "Nobody asked about the nights in May", "key": "1", "confirmed": "yes"}


@pytest.fixture(params=["bare", "appeal", "no lengths"])
def page(tmp_path, monkeypatch, request):
    """The page that is in force."""
    in_force(request.param, tmp_path, monkeypatch)
    return request.param


@pytest.fixture
def refused(client, page, robin):
    """Robin was refused and has come in."""
    come_in(client, robin)
    refuse(robin)
    work()
    return robin


@pytest.mark.parametrize("page", ["bare"], indirect=True)
def test_without_an_appeal_on_the_page_they_are_sent_to_no_form(client, refused):
    home = main(client, "/my/")
    assert "Read what you can do if you disagree" in home
    assert "how to appeal" not in home
    text = main(client, "/my/appeal")
    assert "The public page does not say what happens if you disagree." in text
    assert "complaints procedure" in text
    assert "/my/add" in text
    assert "<textarea" not in text
    assert client.post("/my/appeal", WHY).status_code == 404
    assert "appeal_received" not in kinds(refused)


@pytest.mark.parametrize("page", ["appeal", "no lengths"], indirect=True)
def test_where_no_last_day_is_named_none_is_said_and_the_appeal_is_taken(client, refused):
    text = main(client, "/my/appeal")
    assert "The public page names no last day to appeal." in text
    assert "Late?" not in text
    assert client.post("/my/appeal", WHY).status_code == 302
    assert kinds(refused)[-1] == "appeal_received"
    assert "We have your appeal" in main(client, "/my/appeal")


DECIDE = (
    '\n[clock.decide]\nstarts = "application_received"\nstops = "decision_notice_sent"\n'
    'length = { days = 5 }\nsource = "p"\n'
)


@pytest.mark.parametrize("says", ['says = "unless it is complex"\n', ""])
def test_the_day_that_they_wait_for_has_the_condition_that_the_page_makes(
    client, tmp_path, monkeypatch, says
):
    (tmp_path / "durham.toml").write_text(BARE.replace("{area}", "Durham") + DECIDE + says)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    live_area()
    come_in(client, apply_as("Robin", "robin@example.org"))
    home = main(client, "/my/")
    assert "You will have the decision in writing by" in home
    assert ("(the public page says: “unless it is complex”)." in home) == bool(says)

"""Whoever disagrees where the area's page leaves open what happens then reads it so, and finds a way all the same."""

import pytest

from tests.rooms.interfaces.applicant.conftest import come_in, work
from tests.rooms.interfaces.applicant.test_pages import kinds, main, refuse
from tests.silent import in_force

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

"""Exit this page: whatever happens, the reader is led away and the session is over."""

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, RequestFactory

from casereview.interfaces.leave import LeaveMiddleware, leaving
from casereview.people.models import Area

pytestmark = pytest.mark.django_db
AWAY = "https://www.bbc.co.uk/weather"


@pytest.fixture
def reader():
    """Somebody with a session, as while filling in a request."""
    client = Client()
    session = client.session
    session["draft"] = "something"
    session.save()
    return client


def led_away(response, address=AWAY):
    return response.status_code == 200 and response["Refresh"] == f"0;url={address}"


def test_the_session_ends_and_the_browser_forgets(reader):
    reader.get("/durham/check/1")
    assert Session.objects.count() == 1
    response = reader.post("/leave?leave=durham")
    assert led_away(response)
    assert Session.objects.count() == 0
    assert response["Cache-Control"] == "no-store"
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert {name: cookie.value for name, cookie in response.cookies.items()} == {"csrf": "", "session": ""}
    assert b"review" not in response.content.lower()


@pytest.mark.parametrize(
    "address",
    [
        "/durham/check/1?leave=durham",
        "/nowhere/?leave=",
        "/?leave=nowhere",
        "/work/?leave=",
        "/durham/?leave",
    ],
)
def test_every_page_lets_go(reader, address):
    assert led_away(reader.post(address))
    assert Session.objects.count() == 0


def test_an_old_token_keeps_nobody():
    client = Client(enforce_csrf_checks=True)
    assert led_away(client.post("/durham/check/1?leave=durham", {"answer": "here"}))


def test_an_error_keeps_nobody(reader, monkeypatch):
    def broken(*args):
        raise RuntimeError

    monkeypatch.setattr("casereview.interfaces.public.check.place", broken)
    reader.raise_request_exception = False
    assert led_away(reader.post("/durham/check/1?leave=durham"))
    assert reader.post("/durham/check/1").status_code == 500


def test_too_much_text_keeps_nobody(reader):
    assert led_away(reader.post("/durham/check/1?leave=durham", {"answer": "x" * 2_000_000}))


def test_the_area_says_where_to(as_owner_area):
    assert led_away(Client().post("/leave?leave=durham"), "https://example.org/recipes?a=1&b=2")


@pytest.fixture
def as_owner_area():
    return Area.objects.create(code="durham", exit_to="https://example.org/recipes?a=1&b=2")


def test_the_view_has_saved_before(rf: RequestFactory):
    saved = []

    def view(request):
        if leaving(request):
            saved.append(request.POST["told"])
        return HttpResponse()

    LeaveMiddleware(view)(rf.post("/durham/check/1?leave=durham", {"told": "half a sentence"}))
    LeaveMiddleware(view)(rf.post("/durham/check/1", {"told": "a whole one"}))
    assert saved == ["half a sentence"]


def test_reading_an_address_ends_nothing(reader):
    assert reader.get("/durham/?leave=durham").status_code == 200
    assert reader.get("/leave").status_code == 302
    assert Session.objects.count() == 1

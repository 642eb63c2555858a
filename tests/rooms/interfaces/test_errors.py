"""Pages for when something went wrong say what to do, keep what was typed, and give nothing away."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.test import Client, RequestFactory

from casereview.components import errors

pytestmark = pytest.mark.django_db


def test_absent_and_forbidden_look_alike(rf: RequestFactory):
    absent = errors.not_found(rf.get("/x"))
    forbidden = errors.not_found(rf.get("/x"), PermissionDenied())
    assert absent.status_code == forbidden.status_code == 404
    assert (
        absent.content.split(b"csrfmiddlewaretoken")[0] == forbidden.content.split(b"csrfmiddlewaretoken")[0]
    )


@pytest.mark.parametrize(
    ("view", "exception", "status", "words"),
    [
        (errors.bad_request, None, 400, "Go back to the page before"),
        (errors.bad_request, RequestDataTooBig(), 413, "one file at a time"),
        (errors.too_many, None, 429, "Wait a few minutes"),
    ],
)
def test_a_page_says_what_to_do(rf: RequestFactory, view, exception, status, words):
    response = view(rf.get("/x"), exception)
    assert response.status_code == status
    assert words in response.content.decode()


def test_a_broken_page_still_says_999(rf: RequestFactory, monkeypatch):
    assert "999" in errors.failed(rf.get("/x")).content.decode()
    monkeypatch.setattr(errors, "_page", lambda *args: 1 / 0)
    response = errors.failed(rf.get("/x"))
    assert response.status_code == 500
    assert "999" in response.content.decode()


def test_a_wrong_method_gets_a_page():
    response = Client().post("/durham/")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "use the buttons on it" in response.content.decode()


TYPED = {"told": 'They shout "every" night', "csrfmiddlewaretoken": "old", "password": "secret"}


def test_an_expired_form_keeps_what_was_typed():
    client = Client(enforce_csrf_checks=True)
    page = client.post("/durham/check/1", TYPED, headers={"origin": "http://testserver"})
    assert page.status_code == 403
    html = page.content.decode()
    assert 'name="told" value="They shout &#34;every&#34; night"' in html
    assert "secret" not in html
    assert "Send it again" in html


@pytest.mark.parametrize("headers", [{"origin": "https://elsewhere.example"}, {}])
def test_another_site_cannot_fill_that_form(headers):
    page = Client(enforce_csrf_checks=True).post("/durham/check/1", TYPED, headers=headers)
    assert page.status_code == 403
    assert "They shout" not in page.content.decode()


def test_headers_of_every_page():
    for address in ("/", "/durham/", "/nowhere/", "/durham/check/1"):
        response = Client().get(address)
        assert response["Cache-Control"] == "no-store"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert response["X-Frame-Options"] == "DENY"
        assert "geolocation=()" in response["Permissions-Policy"]
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
    assert "max-age" in Client().get("/brand/durham.css")["Cache-Control"]

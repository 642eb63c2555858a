"""Signing in: what opens, what stays shut, and what a stranger cannot learn."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casereview.interfaces.staff.sign_in import tasks
from casereview.people import changes
from tests.signed_in import PASSWORD, enter, person, six_digits

SIGN_IN, CODE, WORK = "/work/sign-in/", "/work/sign-in/code/", "/work/settings/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def kim():
    """An administrator with an authenticator app."""
    user = person("kim@example.org", "administrator")
    TOTP.activate(user, SECRET)
    return user


def give_password(client, email="kim@example.org", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password}, **more)


def give_code(client):
    return client.post(CODE, {"code": six_digits(SECRET)})


def asks_to_sign_in(answer):
    return answer.status_code == 302 and answer.url.startswith(SIGN_IN)


def without_what_differs(answer, *typed):
    """The page without the form's token and what the visitor themselves had typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    for words in typed:
        text = text.replace(words, "TYPED")
    return text


def test_the_page_says_how_long_a_session_lasts(client):
    assert "after 30 minutes" in client.get(SIGN_IN).content.decode()


def test_password_then_code_open_the_work(client, kim):
    assert give_password(client).url == CODE
    assert asks_to_sign_in(client.get(WORK))
    assert give_code(client).url == WORK
    assert client.get(WORK).status_code == 200


def test_a_wrong_code_opens_nothing(client, kim):
    give_password(client)
    wrong = "000000" if six_digits(SECRET) != "000000" else "111111"
    assert "That code is not right" in client.post(CODE, {"code": wrong}).content.decode()
    assert asks_to_sign_in(client.get(WORK))


def test_capitals_in_the_address_do_not_matter(client, kim):
    assert give_password(client, "Kim@Example.ORG").url == CODE


def test_without_a_second_factor_only_ones_own_account_opens(client):
    person("new@example.org", "administrator")
    give_password(client, "new@example.org")
    assert client.get(WORK).url == "/work/security/"
    assert "Set up a second factor now" in client.get("/work/security/").content.decode()


def test_setting_up_an_app_opens_the_work_and_gives_recovery_codes(client):
    user = person("new@example.org", "administrator")
    give_password(client, "new@example.org")
    page = client.get("/work/security/app/").content.decode()
    secret = re.search(r"<strong>([A-Z2-7]{32})</strong>", page)[1]
    assert "<svg" in page
    done = client.post("/work/security/app/", {"code": six_digits(secret)})
    assert done.url == "/work/security/codes/"
    assert len(re.findall(r"<code>", client.get(done.url).content.decode())) == 10
    assert client.get(WORK).status_code == 200
    stored = Authenticator.objects.get(user=user, type="totp").data["secret"]
    assert secret not in stored


def test_setting_up_a_second_factor_ends_sessions_that_gave_only_a_password(client):
    stranger = Client()
    person("new@example.org", "administrator")
    give_password(stranger, "new@example.org")
    give_password(client, "new@example.org")
    page = client.get("/work/security/app/").content.decode()
    secret = re.search(r"<strong>([A-Z2-7]{32})</strong>", page)[1]
    client.post("/work/security/app/", {"code": six_digits(secret)})
    assert asks_to_sign_in(stranger.get("/work/security/"))
    assert client.get("/work/security/").status_code == 200


def test_the_last_second_factor_cannot_be_removed(client, kim):
    give_password(client)
    give_code(client)
    answer = client.post("/work/security/app/remove/")
    assert "You need a second factor" in answer.content.decode()
    assert Authenticator.objects.filter(user=kim, type="totp").exists()


def test_a_quarter_of_an_hour_later_the_password_is_asked_for_again(client, kim, time_machine):
    time_machine.move_to("2026-11-23T09:00:00Z", tick=False)
    enter(client, kim)
    assert client.get("/work/security/passkeys/add/").status_code == 200
    time_machine.shift(timedelta(minutes=16))
    asked = client.get("/work/security/passkeys/add/")
    assert asked.url.startswith("/work/security/again/")
    assert client.post(asked.url, {"password": "wrong"}).status_code == 200
    assert client.post(asked.url, {"password": PASSWORD}).url == "/work/security/passkeys/add/"
    assert client.get("/work/security/passkeys/add/").status_code == 200


def test_a_wrong_password_looks_the_same_for_known_and_unknown(client, kim):
    known = give_password(client, "kim@example.org", "wrong")
    unknown = give_password(client, "who@example.org", "wrong")
    assert known.status_code == unknown.status_code == 200
    assert "is not right" in known.content.decode()
    assert without_what_differs(known, "kim@example.org") == without_what_differs(unknown, "who@example.org")


def test_a_forgotten_password_looks_the_same_for_known_and_unknown(client, kim):
    answers = [
        client.post("/work/sign-in/forgotten/", {"email": email}, follow=True)
        for email in ("kim@example.org", "who@example.org")
    ]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    assert answers[0].redirect_chain[0][0] == "/work/sign-in/forgotten/sent/"
    assert without_what_differs(answers[0]) == without_what_differs(answers[1])


def test_the_request_itself_asks_as_many_queries_for_known_and_unknown(client, kim):
    counts = []
    for email in ("kim@example.org", "who@example.org"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.post("/work/sign-in/forgotten/", {"email": email})
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert mail.outbox == []


def test_the_link_goes_to_the_known_alone_and_works_once(client, kim):
    tasks.send_password_link.func("who@example.org")
    assert mail.outbox == []
    tasks.send_password_link.func("kim@example.org")
    assert mail.outbox[0].to == ["kim@example.org"]
    link = re.search(r"http://\S+", mail.outbox[0].body)[0].removeprefix("http://127.0.0.1:8000")
    form = client.get(link).url
    assert "works once" in mail.outbox[0].body
    assert "Choose a password" in client.get(form).content.decode()
    new = "other random words"
    assert client.post(form, {"password1": new}).url == "/work/sign-in/password/set/"
    assert "no longer works" in client.get(link).content.decode()
    assert give_password(client, password=new).url == CODE


def test_opening_the_link_spends_nothing(client, kim):
    tasks.send_password_link.func("kim@example.org")
    link = re.search(r"http://\S+", mail.outbox[0].body)[0].removeprefix("http://127.0.0.1:8000")
    for _scan in range(3):
        assert client.get(link).status_code == 302
        client.head(link)
    assert client.post(client.get(link).url, {"password1": "other random words"}).status_code == 302


def test_a_short_password_is_refused(client, kim):
    tasks.send_password_link.func("kim@example.org")
    link = re.search(r"http://\S+", mail.outbox[0].body)[0].removeprefix("http://127.0.0.1:8000")
    answer = client.post(client.get(link).url, {"password1": "short"})
    assert answer.status_code == 200
    assert "at least 12 characters" in answer.content.decode()


def test_five_wrong_passwords_lock_out_and_fifteen_minutes_later_open(client, kim, time_machine):
    time_machine.move_to("2026-11-23T09:00:00Z", tick=False)
    for _attempt in range(4):
        assert give_password(client, password="wrong").status_code == 200
    assert give_password(client, password="wrong").status_code == 429
    locked = give_password(client)
    assert locked.status_code == 429
    assert "15 minutes" in locked.content.decode()
    time_machine.shift(timedelta(minutes=15, seconds=1))
    assert give_password(client).url == CODE


def test_the_lock_out_looks_the_same_for_an_unknown_address(client, kim):
    pages = []
    for email in ("kim@example.org", "who@example.org"):
        for _attempt in range(5):
            answer = give_password(client, email, "wrong")
        assert answer.status_code == 429
        pages.append(without_what_differs(answer))
    assert pages[0] == pages[1]


def test_a_lock_out_leaves_others_alone(client, kim):
    TOTP.activate(person("lee@example.org"), SECRET)
    for _attempt in range(6):
        give_password(client, password="wrong")
    assert give_password(client, "lee@example.org").url == CODE


def test_signing_in_changes_the_session_key(client, kim):
    client.get("/work/sign-in/")
    give_password(client)
    before = client.session.session_key
    give_code(client)
    assert client.session.session_key != before
    client.cookies["session"] = before
    assert asks_to_sign_in(client.get(WORK))


def test_an_old_cookie_is_dead_after_signing_out(client, kim):
    enter(client, kim)
    cookie = client.cookies["session"].value
    assert client.get(WORK).status_code == 200
    client.post("/work/sign-out/")
    client.cookies["session"] = cookie
    assert asks_to_sign_in(client.get(WORK))


def test_signing_out_asks_first(client, kim):
    enter(client, kim)
    assert "Do you want to sign out?" in client.get("/work/sign-out/").content.decode()
    assert client.get(WORK).status_code == 200


@pytest.mark.parametrize("change", ["disable", "end"])
def test_being_disabled_or_losing_a_role_ends_the_session(client, kim, change):
    boss = person("boss@example.org", "administrator")
    enter(client, kim)
    assert client.get(WORK).status_code == 200
    if change == "disable":
        changes.disable(kim, by=boss)
    else:
        changes.end(kim.membership_set.get(), by=boss)
    assert asks_to_sign_in(client.get(WORK))


def test_a_session_without_a_page_for_half_an_hour_ends(client, kim, time_machine):
    time_machine.move_to("2026-11-23T09:00:00Z", tick=False)
    enter(client, kim)
    for _page in range(3):
        time_machine.shift(timedelta(minutes=29))
        assert client.get(WORK).status_code == 200
    time_machine.shift(timedelta(minutes=31))
    ended = client.get(WORK)
    assert asks_to_sign_in(ended)
    assert "You were signed out" in client.get(ended.url).content.decode()


def test_no_session_lasts_longer_than_twelve_hours(client, kim, time_machine):
    time_machine.move_to("2026-11-23T08:00:00Z", tick=False)
    enter(client, kim)
    for page in range(35):
        time_machine.shift(timedelta(minutes=20))
        assert client.get(WORK).status_code == 200
        kept = client.session
        kept["page"] = page  # what a page keeps in the session makes Django's own 12 hours begin again
        kept.save()
    time_machine.shift(timedelta(minutes=21))
    assert asks_to_sign_in(client.get(WORK))


def test_opening_a_page_writes_nothing(client, kim):
    enter(client, kim)
    client.get(WORK)
    with CaptureQueriesContext(connection) as asked:
        client.get(WORK)
    written = [q["sql"] for q in asked if re.match(r"(INSERT|UPDATE|DELETE)", q["sql"])]
    assert written == []


def test_sessions_are_listed_and_all_others_end(client, kim):
    other = Client()
    for browser in (client, other):
        cache.clear()
        give_password(browser)
        give_code(browser)
    assert other.get(WORK).status_code == 200
    assert "this one" in client.get("/work/security/sessions/").content.decode()
    client.post("/work/security/sessions/")
    assert asks_to_sign_in(other.get(WORK))
    assert client.get(WORK).status_code == 200


def test_nobody_signs_up(client):
    assert client.get("/work/signup/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404

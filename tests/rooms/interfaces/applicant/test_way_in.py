"""The way in: a link works once and is not used up by a program; nobody learns whether there is a case."""

import re
import threading
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casereview.cases import way_in
from casereview.cases.models import EntryLink
from casereview.cases.postgresql.roles import acting
from casereview.jobs.ways_in import send_ways_in
from casereview.people import sessions
from casereview.people.viewer import SYSTEM
from tests.rooms.interfaces.applicant.conftest import come_in, link_for
from tests.signed_in import enter
from tests.signed_in import person as staff

NOBODY = "ZZZ-9999"


def test_a_link_opens_the_page_once(client, robin, mailoutbox):
    link = link_for(client, mailoutbox, robin.reference, "Robin@Example.org ")
    assert client.post(link).headers["Location"] == "/my/"
    assert robin.reference in client.get("/my/").content.decode()
    other = Client()
    assert "used already" in other.post(link).content.decode()
    assert other.get("/my/").status_code == 302


def test_the_message_says_nothing_of_a_case(client, robin, mailoutbox):
    link_for(client, mailoutbox, robin.reference, robin.address)
    (message,) = mailoutbox
    assert message.to == ["robin@example.org"]
    said = f"{message.subject} {message.body}".lower()
    assert not [word for word in ("review", "case", "robin", robin.reference.lower()) if word in said]


def test_opening_a_link_a_hundred_times_does_not_use_it_up(client, robin, mailoutbox):
    link = link_for(client, mailoutbox, robin.reference, robin.address)
    scanner = Client()
    for _time in range(50):
        assert scanner.get(link).status_code == 200
        assert scanner.head(link).status_code == 200
    assert "session" not in scanner.cookies
    assert client.post(link).status_code == 302


def test_a_link_ends_after_fifteen_minutes(client, robin, mailoutbox, time_machine):
    time_machine.move_to(timezone.now())
    link = link_for(client, mailoutbox, robin.reference, robin.address)
    time_machine.shift(timedelta(minutes=15, seconds=1))
    assert "15 minutes are over" in client.post(link).content.decode()
    again = link_for(client, mailoutbox, robin.reference, robin.address)
    time_machine.shift(timedelta(minutes=14))
    assert client.post(again).status_code == 302


def test_no_secret_is_kept(client, robin, mailoutbox):
    link = link_for(client, mailoutbox, robin.reference, robin.address)
    token = link.rsplit("/", 1)[1]
    row = EntryLink.objects.get()
    assert token not in str(vars(row))
    assert robin.address not in str(vars(row))
    client.post(link)
    assert not EntryLink.objects.exists()


@pytest.mark.parametrize("way", ["wrong address", "wrong reference", "shared mailbox"])
def test_no_link_goes_where_it_might_be_read_by_another(client, robin, shared_mailbox, mailoutbox, way):
    asked = {
        "wrong address": (robin.reference, "kit@example.org"),
        "wrong reference": (NOBODY, robin.address),
        "shared mailbox": (shared_mailbox.reference, shared_mailbox.address),
    }[way]
    assert link_for(client, mailoutbox, *asked) is None
    assert not EntryLink.objects.exists()


def test_an_address_that_is_no_longer_safe_gets_no_link(client, robin, mailoutbox):
    come_in(client, robin)
    page = client.get("/my/contact").content.decode()
    unsafe = page.partition('name="unsafe" value="')[2].partition('"')[0]
    client.post("/my/contact", {"unsafe": unsafe, "key": "k"})
    assert link_for(Client(), mailoutbox, robin.reference, robin.address) is None


def answers(data):
    """What somebody gets who asks with this, without what they typed and the form's token, which is never the same."""
    client = Client()
    answer = client.post("/my/link", data)
    page = answer.content.replace(data["reference"].encode(), b"")
    page = re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)
    return answer.status_code, page, sorted(answer.headers), sorted(client.cookies)


def test_nobody_learns_whether_there_is_a_case(robin):
    for known, unknown in (
        (
            {"reference": robin.reference, "email": robin.address},
            {"reference": NOBODY, "email": "a@example.org"},
        ),
        ({"reference": robin.reference, "code": "X" * 16}, {"reference": NOBODY, "code": "X" * 16}),
    ):
        answers(known)  # the first makes the buckets
        assert answers(known) == answers(unknown)
        assert queries(known) == queries(unknown)


def queries(data):
    """How many queries the answer took."""
    with CaptureQueriesContext(connection) as made:
        answers(data)
    return len(made)


def test_a_code_opens_only_with_its_own_reference_and_until_it_is_withdrawn(client, robin, sam):
    code = way_in.code_of(robin.person)
    assert client.post("/my/link", {"reference": sam.reference, "code": code}).status_code == 200
    typed = code.replace("-", " ").lower()
    assert client.post("/my/link", {"reference": robin.reference.lower(), "code": typed}).status_code == 302
    new = way_in.new_code(robin.person)
    other = Client()
    assert other.post("/my/link", {"reference": robin.reference, "code": code}).status_code == 200
    assert other.post("/my/link", {"reference": robin.reference, "code": new}).status_code == 302


def test_guessing_is_stopped(robin):
    statuses = [
        Client().post("/my/link", {"reference": robin.reference, "code": "X" * 16}).status_code
        for _try in range(20)
    ]
    assert statuses[:10] == [200] * 10
    assert 429 in statuses


def test_a_session_is_staffs_or_an_applicants(client, robin):
    enter(client, staff("cy@example.org", "coordinator"))
    old = client.session.session_key
    come_in(client, robin)
    assert client.session.session_key != old
    assert not Session.objects.filter(pk=old).exists()
    assert client.get("/work/").status_code in {302, 404}
    enter(client, staff("di@example.org", "coordinator"))
    assert client.get("/my/").headers["Location"].startswith("/my/link")


def test_half_an_hour_without_a_page_closes_it(client, robin, time_machine):
    time_machine.move_to(timezone.now())
    come_in(client, robin)
    time_machine.shift(timedelta(minutes=29))
    assert client.get("/my/").status_code == 200
    time_machine.shift(sessions.IDLE + timedelta(seconds=61))
    assert client.get("/my/").headers["Location"] == "/my/link?ended=1"


@pytest.mark.postgresql  # the tests' SQLite lies in memory, where twenty threads lock each other out
@pytest.mark.django_db(transaction=True)
def test_of_twenty_at_once_one_gets_in(robin, mailoutbox):
    link = link_for(Client(), mailoutbox, robin.reference, robin.address)
    together, got = threading.Barrier(20), []

    def redeem(number):
        together.wait()
        try:
            got.append(Client(REMOTE_ADDR=f"192.0.2.{number}").post(link).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=redeem, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [200] * 19 + [302]


def test_a_link_that_could_not_be_sent_is_sent_at_the_next_round(client, robin, mailoutbox, settings):
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "tests.rooms.interfaces.applicant.mail_that_is_down.Backend"
    assert link_for(client, mailoutbox, robin.reference, robin.address) is None
    settings.EMAIL_BACKEND = backend
    with acting(SYSTEM):
        assert send_ways_in() == 1
    assert len(mailoutbox) == 1

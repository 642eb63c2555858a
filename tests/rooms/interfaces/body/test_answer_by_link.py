"""The mailed link: used once, worth nothing without the code from the same mailbox, and open to one return alone."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casereview.cases.models import ReturnLink
from casereview.cases.postgresql.roles import acting
from casereview.jobs.return_links import send_return_links
from casereview.people.models import Body
from casereview.people.viewer import SYSTEM
from tests.rooms.interfaces.staff.conftest import ticket_in

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def mail(asked, mailoutbox):
    """What has gone to the mailbox of the police, the newest last; the worker does its round each time it is asked."""

    def gone():
        with acting(SYSTEM):
            send_return_links()
        return [message for message in mailoutbox if message.to == ["police@example.org"]]

    return gone


def link_in(messages):
    return re.search(r"/partner/answer/link/\S+", messages[-1].body)[0]


def code_in(messages):
    return re.search(r"\d{4} \d{4}", messages[-1].body)[0]


def come_in(client, mail):
    """Press the button of the link, type in the code."""
    link = link_in(mail())
    assert client.post(link).headers["Location"] == "/partner/answer/code"
    answer = client.post("/partner/answer/code", {"code": code_in(mail())})
    assert answer.headers["Location"] == "/partner/answer/"
    return link


def filled(client, **more):
    told = {
        "held": "something",
        "given_by": "Sgt Hill",
        "withheld": "none",
        "match_1": "held",
        "match_3": "held",
    }
    return {"ticket": ticket_in(client.get("/partner/answer/")), **told, "confirmed": "yes", **more}


def text(response):
    return response.content.decode()


def test_each_body_that_is_asked_gets_its_own_link(asked, mail, mailoutbox):
    mail()
    mail()
    assert sorted(to for message in mailoutbox for to in message.to) == [
        "council@example.org",
        "police@example.org",
    ]


def test_the_messages_say_nothing_of_the_case(asked, mail, client):
    client.post(link_in(mail()))
    for message in mail():
        said = f"{message.subject} {message.body}".lower()
        assert not [
            word for word in ("robin", "north road", "shouting", "antisocial", "review of") if word in said
        ]


def test_it_opens_the_one_return_and_the_answer_counts(asked, mail, client):
    come_in(client, mail)
    page = text(client.get("/partner/answer/"))
    assert "2 October 2026" in page
    assert "11 October 2026" not in page  # reported to the council
    assert client.post("/partner/answer/", filled(client)).status_code == 302
    assert "We have your return" in text(client.get("/partner/answer/"))
    given = asked.record().latest("return_received")
    assert (given.codes["body"], given.by) == (asked.police.holder, asked.police.holder)


def test_it_opens_nothing_else(asked, mail, client):
    come_in(client, mail)
    case = asked.case.reference
    for address in ("/partner/", f"/partner/cases/{case}/police/", f"/partner/cases/{case}/council/return/"):
        assert client.get(address).status_code == 302  # to where one signs in
    assert client.get(f"/work/cases/{case}/").status_code == 302


def test_what_was_begun_is_there_after_another_link(asked, mail, client):
    link = come_in(client, mail)
    client.post("/partner/answer/", filled(client, later="yes", r1_what="Half written"))
    with acting(SYSTEM):
        ReturnLink.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    other = Client()
    other.post(link, {"again": "yes"})
    come_in(other, mail)
    assert "Half written" in text(other.get("/partner/answer/"))


def test_a_forwarded_link_shows_nothing(asked, mail):
    link, stranger = link_in(mail()), Client()
    page = text(stranger.get(link))
    assert asked.case.reference not in page
    assert "police" not in page.lower()
    stranger.post(link)  # the code goes to the mailbox, not to the stranger
    assert stranger.get("/partner/answer/").headers["Location"] == "/partner/answer/ended"
    assert stranger.post("/partner/answer/code", {"code": "00000000"}).status_code == 200
    assert stranger.get("/partner/answer/").status_code == 302


def test_a_used_link_offers_a_new_one_to_the_mailbox(asked, mail, client):
    link = come_in(client, mail)
    other = Client()
    assert "used already" in text(other.post(link))
    before = len(mail())
    with acting(SYSTEM):
        ReturnLink.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    assert "on its way to the registered mailbox" in text(other.post(link, {"again": "yes"}))
    assert len(mail()) == before + 1
    assert link_in(mail()) != link
    come_in(other, mail)


def test_a_link_that_never_was_gets_the_same_answers_and_no_mail(asked, mail, client):
    real = come_in(client, mail)
    before = len(mail())
    for data in ({}, {"again": "yes"}):
        answers = [Client().post(link, data) for link in (real, "/partner/answer/link/never-was")]
        pages = [re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(answer)) for answer in answers]
        assert pages[0] == pages[1]
    assert [message.body for message in mail()[before:] if "never-was" in message.body] == []


def test_opening_a_link_does_not_use_it_up(asked, mail, client):
    link = link_in(mail())
    for _time in range(20):
        assert Client().get(link).status_code == 200
    come_in(client, mail)


def test_a_new_link_ends_the_one_before(asked, mail, client):
    old = link_in(mail())
    with acting(SYSTEM):
        ReturnLink.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    Client().post(old, {"again": "yes"})
    new = link_in(mail())
    assert "time is over" in text(client.post(old))
    assert client.post(new).status_code == 302


def test_link_and_code_end(asked, mail, client, time_machine):
    start = timezone.now()
    link = link_in(mail())
    time_machine.move_to(start + timedelta(days=14, seconds=1))
    assert "time is over" in text(client.post(link))
    time_machine.move_to(start + timedelta(days=13))
    client.post(link)
    code = code_in(mail())
    time_machine.move_to(start + timedelta(days=13, minutes=16))
    assert "cannot open anything" in text(client.post("/partner/answer/code", {"code": code}))
    client.post("/partner/answer/code", {"again": "yes"})
    assert client.post("/partner/answer/code", {"code": code_in(mail())}).status_code == 302


def test_a_code_is_used_once_and_guessed_five_times(asked, mail, client):
    link = link_in(mail())
    client.post(link)
    code = code_in(mail())
    wrong = f"{(int(code.replace(' ', '')) + 1) % 10**8:08}"
    for _try in range(5):
        client.post("/partner/answer/code", {"code": wrong})
    assert "cannot open anything" in text(client.post("/partner/answer/code", {"code": code}))


def test_nothing_opens_once_the_case_is_closed_or_the_mailbox_is_gone(asked, mail, client):
    Body.objects.filter(pk=asked.police.pk).update(mailbox="")
    assert mail() == []
    Body.objects.filter(pk=asked.police.pk).update(mailbox="police@example.org", active=False)
    with acting(SYSTEM):
        ReturnLink.objects.update(wanted="link")
    assert mail() == []


def test_no_secret_is_kept(asked, mail, client):
    link = link_in(mail())
    client.post(link)
    code = code_in(mail()).replace(" ", "")
    with acting(SYSTEM):
        kept = str([vars(row) for row in ReturnLink.objects.all()])
    assert link.rsplit("/", 1)[1] not in kept
    assert code not in kept

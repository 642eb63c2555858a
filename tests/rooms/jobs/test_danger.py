"""Somebody says that there is danger: the duty contact is told at once, once, and reads nothing of it in the mail."""

import pytest
from django.core import mail

from casereview.cases.postgresql.roles import acting
from casereview.jobs.danger import alert_duty_contacts
from casereview.people.viewer import SYSTEM
from tests.live_area import live_area

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    """Returns a function by which a resident asks, with that answer to "Is anyone in danger?"."""
    live_area()

    def ask(danger):
        home = "/durham/request/"
        client.post(home + "who", {"asking_for": "me"})
        client.post(home + "name", {"name": "Robin-CANARY"})
        client.post(home + "contact", {"methods": "applicant_calls"})
        client.post(home + "what", {"problem": "CANARY at the door"})
        shown = client.post(home + "now", {"danger": danger, "danger_what": "CANARY"}, follow=True)
        sent = client.post(home + "check", follow=True)
        return shown.content.decode(), sent.content.decode()

    return ask


def run():
    with acting(SYSTEM):
        return alert_duty_contacts()


def test_the_page_says_999_and_that_nobody_reads_at_night(ask):
    shown, sent = ask("yes")
    assert "Call 999 now" in shown
    assert "Nobody reads this at night" in shown
    assert "Nobody reads this at night" in sent


def test_the_duty_contact_is_told_once_and_nothing_of_it(ask):
    ask("yes")
    assert [run(), run()] == [1, 0]
    (told,) = mail.outbox
    assert told.to == ["duty@example.org"]
    assert "CANARY" not in told.subject + told.body
    assert "danger" not in (told.subject + told.body).lower()


def test_nobody_is_woken_without_need(ask):
    ask("not_sure")
    assert run() == 0
    assert mail.outbox == []


def test_mail_that_is_down_is_tried_again(ask, settings):
    ask("yes")
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert run() == 0
    settings.EMAIL_BACKEND = working
    assert run() == 1

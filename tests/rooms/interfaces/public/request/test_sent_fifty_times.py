"""One request that is sent fifty times over, by an impatient thumb or by a bad line: one case, one letter."""

import pytest
from django.test import Client

from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting
from casereview.letters.models import Letter
from casereview.people.viewer import SYSTEM
from tests.live_area import live_area
from tests.rooms.interfaces.public.request.test_asking import HOME, fill_in, form_of
from tests.rooms.steps.test_at_once import at_once

SENT = HOME + "sent"


def one_case_and_one_letter():
    with acting(SYSTEM):
        return (Case.objects.count(), Fact.objects.count(), Letter.objects.count()) == (1, 1, 1)


@pytest.mark.django_db
def test_one_after_another(client):
    live_area()
    fill_in(client)
    form = form_of(client, HOME + "check")
    answers = [client.post(HOME + "check", form) for _time in range(50)]
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, SENT)}
    assert one_case_and_one_letter()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_all_at_once(client):
    live_area()
    fill_in(client)
    form = form_of(client, HOME + "check")

    def send(_number):
        browser = Client()
        browser.cookies = client.cookies.copy()
        return browser.post(HOME + "check", form)

    answers = at_once(50, send)
    assert {answer.status_code for answer in answers} <= {302, 429}  # some are told to wait, and none is lost
    assert [answer.url for answer in answers if answer.status_code == 302].count(SENT) >= 1
    assert client.get(SENT).status_code == 200
    assert one_case_and_one_letter()

"""Who is refused waits for a beat, known or not; who is let in does not wait."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from casereview.interfaces import steady
from tests.signed_in import PASSWORD, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def waited(monkeypatch):
    """How long each answer was held back, in seconds; here nobody really waits."""
    cache.clear()
    times = []
    monkeypatch.setattr(steady.time, "sleep", times.append)
    return times


@pytest.mark.parametrize(
    ("took", "left"), [(0.0, 0.0), (0.01, 0.49), (0.499, 0.001), (0.6, 0.4), (1.25, 0.25)]
)
def test_an_answer_leaves_on_the_next_beat(monkeypatch, waited, took, left):
    monkeypatch.setattr(steady.time, "monotonic", lambda: 100 + took)
    steady.until_the_beat(100, 0.5)
    assert waited == [pytest.approx(left)]


@pytest.mark.parametrize("address", ["kim@example.org", "who@example.org"])
def test_a_wrong_password_is_answered_on_the_beat(waited, address):
    person("kim@example.org", "administrator")
    Client().post(reverse("account_login"), {"login": address, "password": "wrong"})
    assert len(waited) == 1


def test_the_right_one_is_answered_at_once(waited):
    person("kim@example.org", "administrator")
    Client().post(reverse("account_login"), {"login": "kim@example.org", "password": PASSWORD})
    assert waited == []


def test_a_code_that_opens_nothing_is_answered_on_the_beat(waited):
    Client().post("/my/link", {"reference": "CCC-CCCC", "code": "X" * 16})
    assert len(waited) == 1

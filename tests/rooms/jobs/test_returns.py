"""The ladder by which bodies are reminded: on its days by the calendar, once each, and never after an answer."""

from datetime import UTC, date, datetime

import pytest

from casereview.cases.postgresql.roles import acting
from casereview.jobs.letters import send_due
from casereview.jobs.returns import chase_returns
from casereview.people.models import Body
from casereview.people.viewer import SYSTEM
from tests.beginnings import beginning
from tests.rooms.interfaces.body.conftest import FRIDAY, asked_on_a_friday
from tests.rooms.steps.conftest import World

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def friday(time_machine):
    time_machine.move_to(FRIDAY)


@beginning
def asked(friday):
    return asked_on_a_friday(World())


def chased_on(time_machine, *days):
    """How many reminders go on each of these days."""
    counts = []
    for day in days:
        time_machine.move_to(datetime(day.year, day.month, day.day, 7, tzinfo=UTC))
        with acting(SYSTEM):
            counts.append(chase_returns())
    return counts


def test_two_days_before_on_the_day_and_the_day_after(asked, time_machine):
    """Due on Tuesday 29 December: two working days before it, past Christmas, is Wednesday 23 December."""
    days = [
        date(2026, 12, 22),
        date(2026, 12, 23),
        date(2026, 12, 28),
        date(2026, 12, 29),
        date(2026, 12, 30),
    ]
    assert chased_on(time_machine, *days, date(2026, 12, 31)) == [0, 2, 0, 2, 2, 0]
    told = [(fact.codes["level"], fact.codes["reminded"]) for fact in asked.record().current("return_chased")]
    assert told == [(0, "body")] * 2 + [(1, "body")] * 2 + [(2, "escalation")] * 2


def test_twice_on_one_day_is_once(asked, time_machine):
    assert chased_on(time_machine, date(2026, 12, 23), date(2026, 12, 23)) == [2, 0]


def test_after_an_outage_only_the_last_rung_is_taken(asked, time_machine):
    assert chased_on(time_machine, date(2027, 1, 4)) == [2]
    assert {fact.codes["level"] for fact in asked.record().current("return_chased")} == {2}


def test_who_has_answered_hears_nothing(asked, time_machine):
    answers = {"body": asked.council.holder, "held": "nothing", "withheld": "none", "given_by": "A. Clerk"}
    asked.take("give_return", asked.other_officer, today=date(2026, 12, 18), **answers)
    assert chased_on(time_machine, date(2026, 12, 30)) == [1]
    assert asked.record().latest("return_chased").codes["body"] == asked.police.holder


def test_a_case_that_was_withdrawn_is_left_alone(asked, time_machine):
    asked.take(
        "withdraw",
        today=date(2026, 12, 18),
        withdrawn_by="applicant",
        safe="yes",
        pressed="no",
        notes="They asked",
    )
    assert chased_on(time_machine, date(2026, 12, 30)) == [0]


def test_the_escalation_contact_gets_the_letter_itself_and_it_tells_nothing_of_the_case(
    asked,
    time_machine,
    mailoutbox,
):
    Body.objects.filter(pk=asked.police.pk).update(
        escalation_email="head@example.org", escalation_name="Supt Lee"
    )
    with acting(SYSTEM):
        send_due()
    chased_on(time_machine, date(2026, 12, 30))
    with acting(SYSTEM):
        send_due()
    (message,) = [message for message in mailoutbox if message.to == ["head@example.org"]]
    assert "Dear Supt Lee" in message.body
    assert "1 day late" in message.body
    assert "The police" in message.body
    assert not [word for word in ("Robin", "North Road", "shouting", "Shouting") if word in message.body]

"""Whoever has not said which dates of a meeting they can make is reminded: once, and never after an answer."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.availability import chase_availability
from casereview.jobs.letters import send_due
from casereview.letters.render import preview
from casereview.people.viewer import SYSTEM
from casereview.process import NotOpen
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import arrange, met
from tests.rooms.steps.test_availability import propose, say

pytestmark = pytest.mark.usefixtures("db")
MONDAY, TUESDAY, THURSDAY = date(2026, 12, 28), date(2026, 12, 29), date(2026, 12, 31)


@pytest.fixture
def friday(time_machine):
    time_machine.move_to("2026-12-18 13:00:00+00:00")


@beginning
def asked(friday):
    """On the Friday the police, the council and the chair were asked, for an answer by Thursday 31 December."""
    world = met(World())
    propose(world)
    return world


@pytest.fixture
def job_on(time_machine):
    """How many reminders go on each of these days."""

    def run(*days):
        counts = []
        for day in days:
            time_machine.move_to(datetime(day.year, day.month, day.day, 7, tzinfo=UTC))
            with acting(SYSTEM):
                counts.append(chase_availability())
        return counts

    return run


def reminded(world):
    return [fact.codes["body"] for fact in world.record().current("availability_chased")]


def letters_to(world):
    return [letter.to for letter in world.record().letters if letter.code == "dates_reminder"]


def test_two_working_days_before_each_of_them_once_however_often_the_job_comes(asked, job_on):
    """The Monday after Christmas is a bank holiday: two working days before that Thursday is the Tuesday."""
    assert job_on(MONDAY, TUESDAY, TUESDAY, THURSDAY, date(2027, 1, 4)) == [0, 3, 0, 0, 0]
    everybody = [asked.police.holder, asked.council.holder, asked.ira.holder]
    assert reminded(asked) == everybody
    assert letters_to(asked) == everybody
    with pytest.raises(NotOpen, match="Nobody is to be reminded"):
        asked.take("chase_availability", SYSTEM, today=TUESDAY, body=asked.police.holder)


@pytest.mark.parametrize(("came_back", "reminders"), [(date(2027, 1, 14), 3), (date(2027, 1, 15), 0)])
def test_a_worker_that_stood_still_makes_up_for_a_fortnight_after_the_answers_were_due(
    asked, job_on, came_back, reminders
):
    propose(asked, day_2="2027-02-15", late_reason="The chair is in hospital")
    assert job_on(came_back) == [reminders]


def test_whoever_has_answered_is_not_reminded_and_an_answer_about_one_date_of_two_is_none(asked, job_on):
    say(asked, asked.officer, asked.police.holder, "yes", "no")
    say(asked, asked.other_officer, asked.council.holder, "no", "no", who="")
    propose(asked, day_2="2027-01-04", members=[asked.police.holder, asked.ira.holder])
    say(asked, asked.ira, asked.ira.holder, "yes", "yes")
    assert job_on(TUESDAY) == [1]
    assert reminded(asked) == [asked.police.holder]


def test_when_everybody_has_answered_or_a_meeting_is_arranged_nobody_is(asked, job_on):
    arrange(asked)
    assert job_on(TUESDAY) == [0]
    asked.take("cancel_meeting", today=TUESDAY, reason="The room was flooded")
    propose(asked, today=TUESDAY)
    for viewer, holder in (
        (asked.officer, asked.police.holder),
        (asked.other_officer, asked.council.holder),
        (asked.ira, asked.ira.holder),
    ):
        say(asked, viewer, holder, "yes", "yes", today=TUESDAY)
    assert job_on(THURSDAY) == [0]


def test_dates_proposed_late_are_first_asked_about_and_the_next_day_reminded_of(asked, job_on):
    propose(asked, today=THURSDAY)
    assert job_on(THURSDAY, date(2027, 1, 1)) == [0, 3]


def test_dates_that_are_all_over_remind_nobody(asked, job_on):
    """The last of them is Wednesday 6 January."""
    assert job_on(date(2027, 1, 6)) == [0]
    assert job_on(date(2027, 1, 5)) == [3]


def test_a_case_that_was_withdrawn_is_left_alone(asked, job_on):
    why = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They asked"}
    asked.take("withdraw", today=date(2026, 12, 18), **why)
    assert job_on(TUESDAY) == [0]


def test_other_dates_are_another_question_with_a_reminder_of_its_own(asked, job_on):
    assert job_on(TUESDAY) == [3]
    propose(asked, today=TUESDAY, day_1="2027-01-04")
    assert job_on(TUESDAY, date(2026, 12, 30)) == [0, 3]


def test_the_letter_names_the_dates_and_the_day_and_nothing_of_the_case(asked, job_on, mailoutbox):
    with acting(SYSTEM):
        send_due()
    mailoutbox.clear()
    job_on(TUESDAY)
    told = letter(asked, TUESDAY)
    assert "- Tuesday 5 January 2027, 10am" in told
    assert "Please do so by **Thursday 31 December 2026**" in told
    assert "Robin" not in told
    assert "It still counts if it comes now" in letter(asked, date(2027, 1, 1))
    with acting(SYSTEM):
        send_due()
    assert [to for message in mailoutbox for to in message.to] == [
        asked.police.mailbox,
        asked.council.mailbox,
        "ira@example.org",
    ]


def test_a_reminder_that_goes_late_asks_nothing_of_who_has_answered_meanwhile(asked, job_on):
    job_on(TUESDAY)
    say(asked, asked.officer, asked.police.holder, "yes", "no", today=TUESDAY)
    assert "We need no answer any more" in letter(asked, TUESDAY)


def test_the_office_sees_when_a_reminder_goes_that_it_went_and_who_has_not_answered(asked, job_on):
    cora, case = signed_in(asked.cora), [asked.case.reference]
    at = reverse("work:meeting", args=case)
    ahead = text_of(cora.get(at))
    assert "Whoever has not answered is reminded on Tuesday 29 December 2026, once." in ahead
    job_on(TUESDAY)
    say(asked, asked.officer, asked.police.holder, "yes", "no", today=TUESDAY)
    page = text_of(signed_in(asked.cora).get(at))
    assert "A reminder went to The council on Tuesday 29 December 2026. There is no answer yet." in page
    assert "A reminder went to The police on Tuesday 29 December 2026. They have answered since." in page
    assert "is reminded on" not in page
    history = text_of(signed_in(asked.cora).get(reverse("work:history", args=case)))
    assert "The council has not said which dates can be made: a reminder went" in history


def letter(world, day):
    with acting(SYSTEM):
        record = load(world.case, SYSTEM, datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
        fact = record.latest("availability_chased")
        return " ".join(
            preview(record, "dates_reminder", world.police.holder, fact).prose.replace("\\", "").split()
        )


def text_of(response):
    return " ".join(response.content.decode().split())

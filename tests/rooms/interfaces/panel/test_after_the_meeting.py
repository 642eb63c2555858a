"""What a chair reads once the meeting was held: only what waits for them, and nobody's name who is not told."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casereview.people.models import User
from demo.place import build
from demo.stories import meetings, plans
from demo.tell import tell
from tests.signed_in import enter


@pytest.fixture
def noor(db):
    """A call tells a story and opens a page as its chair: the text."""

    def opens(story, page, *of_case):
        if not User.objects.exists():
            build()
        stage = tell(story.__name__, story, timezone.localdate())
        client = enter(Client(), User.objects.get(email="noor.vale@example.org"))
        where = [stage.case.reference] if of_case else []
        return client.get(reverse(page, args=where)).content.decode()

    return opens


def test_minutes_that_are_written_wait_to_be_signed(noor):
    written = noor(meetings.tell_statement_read_out, "panel:waiting")
    assert ("Sign the minutes" in written, "Write the minutes" in written) == (True, False)


def test_nothing_waits_for_the_chair_of_a_plan(noor):
    signed = noor(plans.tell_plan_with_an_overdue_action, "panel:waiting")
    assert ("Sign the minutes" in signed, "Write the minutes" in signed) == (False, False)


def test_a_meeting_that_was_held_is_not_one_to_be_arranged(noor):
    page = noor(meetings.tell_statement_read_out, "panel:review", "case")
    assert ("Held on" in page, "Not arranged yet" in page) == (True, False)
    page = noor(meetings.tell_meeting_on_the_last_lawful_day, "panel:review", "case")
    assert ("Held on" in page, "Not arranged yet" in page) == (False, False)


def test_whoever_asked_is_invited_without_a_name(noor):
    page = noor(meetings.tell_statement_read_out, "panel:meeting", "case")
    assert "Noor Vale; and the applicant" in page

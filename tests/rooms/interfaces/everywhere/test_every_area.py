"""In every area somebody reads the guidance, asks for a review and is told the decision, in words of its own rules."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from casereview.cases.postgresql.roles import acting
from casereview.jobs.letters import send_due
from casereview.people.models import Body, User
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import newest
from tests.live_area import live_area
from tests.plain_browser import PlainBrowser
from tests.rooms.interfaces.everywhere.areas import AREAS, NO_APPEAL
from tests.rooms.interfaces.everywhere.nonsense import foreign, hollow, slips
from tests.rooms.interfaces.everywhere.people import REASONS, Applicant, Coordinator
from tests.rooms.interfaces.everywhere.stories import APPLIED, DECIDED
from tests.signed_in import enter

EXAMPLES = settings.BASE_DIR / "schemes" / "examples"
ACT = "Section 104(4) of the Act: three qualifying complaints"
CHOSEN = sorted(AREAS) if connection.vendor == "sqlite" else sorted(AREAS)[::3]
NO_DATE_TO_DECIDE = "No date is promised for the decision. So far it has taken 7 days."
NO_DATE_TO_MEET = "No date is promised for the meeting."


@pytest.fixture
def days(time_machine):
    """A call moves to ten o'clock of a day."""
    return lambda on: time_machine.move_to(datetime(on.year, on.month, on.day, 10, tzinfo=UTC), tick=False)


@pytest.fixture
def wrong():
    """What is wrong with the pages and letters: where, and what."""
    return []


@pytest.fixture
def journey(db, days, wrong, monkeypatch):
    """A call gives the rules of an area, its applicant, and a browser for whoever else comes; all look for nonsense."""
    monkeypatch.setenv("SCHEMES_DIR", str(EXAMPLES))
    cache.clear()
    days(APPLIED)

    def of(code):
        scheme = newest(code)
        live_area(code, scheme.area)
        bodies = {body.code: body.holder for body in Body.objects.filter(area=code)}

        def browser(client):
            def looks(address, html):
                words = made.reads()
                wrong.extend((address, each) for each in slips(words) + foreign(words, scheme) + hollow(html))

            made = PlainBrowser(client, looks)
            return made

        return scheme, Applicant(browser(Client()), code, bodies), browser

    return of


@pytest.mark.parametrize("code", CHOSEN)
def test_from_the_first_question_to_the_decision(code, journey, days, wrong, mailoutbox):
    expected, (scheme, robin, browser) = AREAS[code], journey(code)
    decided = expected.decides or NO_DATE_TO_DECIDE

    assert "This is an example" in robin.browser.opens(f"/{code}/")
    assert "Ask for a review anyway" in robin.checks()
    assert (expected.decides or "No date is promised for this.") in robin.applies(
        expected.story, expected.says
    )
    assert (expected.decides or "No date is promised for the decision.") in letter_to_robin(mailoutbox)

    days(DECIDED)
    assert decided in robin.comes_in()
    cora = Coordinator(browser(at_work()), reverse("work:case", args=[robin.reference]))
    result = "met" if expected.met else "not_met"
    cora.dispatches()
    cora.answers_for(robin.bodies["council"])
    cora.proposes(result)
    cora.begins("decide_threshold")
    assert cora.receipt() == {**expected.routes, ACT: expected.act}
    cora.decides(result)

    letter, home = letter_to_robin(mailoutbox), robin.comes_in()
    assert REASONS in letter
    if expected.met:
        assert "Your case will be reviewed." in letter
        assert (expected.meets or NO_DATE_TO_MEET) in letter
        assert (expected.meets or NO_DATE_TO_MEET) in home
    else:
        assert "There will be no case review this time." in letter
        assert "There will be no review this time." in home
        assert expected.appeal in letter
        assert expected.appeal in robin.reads_how_to_appeal()
        if expected.appeal != NO_APPEAL:
            assert "We have your appeal" in robin.appeals()
        else:
            assert "appeal" not in letter + robin.browser.reads()
    wrong += [("letter", each) for each in slips(letter) + foreign(letter, scheme)]
    assert not wrong


@pytest.mark.parametrize("code", ["colchester", "watford", "melton"])
def test_a_question_meanwhile_says_of_the_decision_no_less_than_the_page(code, journey, mailoutbox):
    expected, (_scheme, robin, browser) = AREAS[code], journey(code)
    robin.applies(expected.story, expected.says)
    cora = Coordinator(browser(at_work()), reverse("work:case", args=[robin.reference]))
    cora.asks("At which hours is it worst?")
    letter = letter_to_robin(mailoutbox)
    assert "At which hours is it worst?" in letter
    assert (expected.decides or "No date is promised for the decision.") in letter


@pytest.mark.parametrize("code", ["colchester", "watford", "melton"])
def test_so_does_a_letter_to_somebody_who_could_not_be_reached(code, journey, mailoutbox):
    expected, (_scheme, robin, browser) = AREAS[code], journey(code)
    robin.applies(expected.story, expected.says)
    cora = Coordinator(browser(at_work()), reverse("work:case", args=[robin.reference]))
    cora.tries_to_reach("07:00", "08:00", "09:00")
    letter = letter_to_robin(mailoutbox)
    assert "You do not have to answer. Your request goes on." in letter
    assert (expected.decides or "No date is promised for the decision.") in letter


def at_work():
    """The co-ordinator's browser, signed in."""
    return enter(Client(), User.objects.get(email="cora@example.org"))


def letter_to_robin(mailoutbox):
    """What was sent last, once the worker has done its round; in one line."""
    with acting(SYSTEM):
        send_due()
    (*_before, last) = [message.body for message in mailoutbox if message.to == ["robin@example.org"]]
    return " ".join(last.split())

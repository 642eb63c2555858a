"""Somebody acts for Edith: axe on every page of theirs, on hers that tells of it, and on the co-ordinator's."""

import re
from types import SimpleNamespace

import pytest
from django.utils import timezone

from casereview.cases.models import Person
from casereview.cases.postgresql.roles import acting
from casereview.cases.representing import in_state
from casereview.people import sessions
from casereview.people.viewer import SYSTEM
from demo.stories.representatives import tell_daughter_acts_for_her
from demo.tell import tell
from tests.journeys.steps.pages import go_by
from tests.journeys.sweep import Visitor
from tests.journeys.visitors import a_client, staff, with_session

pytestmark = pytest.mark.django_db(transaction=True)
THEIRS = ("/my/", "/my/letters/", "/my/add", "/my/add/file", "/my/contact", "/my/people")
CASE = "/work/cases/{}/"
OF_THE_OFFICE = ("people/", "do/name_representative/", "do/confirm_representative/", "do/end_representative/")


@pytest.fixture
def stage(place, settings):
    settings.DEMO = True
    return tell("daughter_acts_for_her", tell_daughter_acts_for_her, timezone.localdate())


@pytest.fixture
def visit(browser, place):
    """A call gives a visitor a browser of their own."""
    contexts = []

    def visit(name, client, *, discreet=True):
        contexts.append(browser.new_context())
        return Visitor(name, client, contexts[-1].new_page(), place.url, discreet=discreet)

    yield visit
    for context in contexts:
        context.close()


def came_in(holder):
    """A browser in which this person has come in."""
    client = a_client()
    session = client.session
    sessions.begin_as_person(SimpleNamespace(session=session), holder.removeprefix("person:"), "durham")
    return with_session(client, session)


def test_no_page_of_a_representative_has_a_fault(stage, visit):
    (joan,) = in_state(stage.record(), "confirmed")
    with acting(SYSTEM):
        secrets = {person.name for person in Person.objects.all()} | {stage.case.reference}
    office = [CASE.format(stage.case.reference) + page for page in OF_THE_OFFICE]
    for visitor, pages in (
        (visit("Joan", came_in(joan.holder)), THEIRS),
        (visit("Edith", came_in(f"person:{stage.applicant}")), ("/my/", "/my/people")),
        (visit("Cora", staff("cora.wren"), discreet=False), office),
    ):
        found = [fault for path in pages for fault in visitor.faults(path, visitor.opens(path), secrets)]
        assert found == []


def test_edith_stops_it_and_joans_page_is_gone(stage, visit):
    (joan,) = in_state(stage.record(), "confirmed")
    hers, theirs = visit("Edith", came_in(f"person:{stage.applicant}")), visit("Joan", came_in(joan.holder))
    theirs.page.goto(theirs.site + "/my/")
    assert theirs.page.get_by_text("You act for somebody here").is_visible()
    hers.page.goto(hers.site + "/my/people")
    go_by(hers.page, hers.page.get_by_role("button", name=re.compile("Stop this now.*Joan Marsh")))
    assert hers.page.get_by_text("They see nothing any more").is_visible()
    assert hers.page.get_by_role("heading", name="Neil Marsh").is_visible()
    theirs.page.goto(theirs.site + "/my/letters/")
    assert theirs.page.get_by_text("Page not found").is_visible()

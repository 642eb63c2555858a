"""The minutes are kept while they are written: said plainly, never over another window's text, never without a word."""

import time
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo.stories import meetings
from demo.tell import tell
from tests.journeys.steps.pages import press
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)
BOX = "#id_shareable_3"
WROTE, OTHER = (
    "The statement was read, and nobody spoke.",
    "The police were asked why they had not called back.",
)
SOON = 12_000  # milliseconds; what is typed is kept after four seconds
TODAY = date(2026, 12, 4)


@pytest.fixture
def cora(place, worker):
    """At her desk, with the minutes of a meeting that was held before her."""
    stage = tell("statement_read_out", meetings.tell_statement_read_out, TODAY)
    cora = worker("cora.wren")
    cora.signs_in()
    cora.minutes = f"{cora.site}/work/cases/{stage.case.reference}/do/write_minutes/"
    cora.page.goto(cora.minutes)
    return cora


def says(page):
    return page.locator("[data-keeps]")


def until(condition):
    """Wait for what the server does after the page has gone."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def kept():
    with acting(SYSTEM):
        return [draft.answers["typed"]["shareable_3"] for draft in Draft.objects.filter(step="write_minutes")]


def test_what_is_typed_is_kept_by_itself_and_stands_there_when_the_page_is_opened_again(cora):
    page = cora.page
    page.fill(BOX, WROTE)
    expect(says(page)).to_contain_text("Kept at 21:4", timeout=SOON)
    assert kept() == [[WROTE]]
    page.fill(BOX, WROTE + " It was quiet.")
    page.goto(f"{cora.site}/work/")  # within the four seconds: leaving keeps it too
    until(lambda: kept() == [[WROTE + " It was quiet."]])
    page.goto(cora.minutes)
    expect(page.locator(BOX)).to_have_value(WROTE + " It was quiet.")
    assert "As you kept it on" in cora.reads()
    assert faults(page) == []
    press(page, "Save this version")
    assert "Recorded: Write the minutes" in cora.reads()
    page.goto(cora.minutes)
    expect(page.locator(BOX)).to_have_value(WROTE + " It was quiet.")  # as the version that was saved
    assert "As you kept it on" not in cora.reads()


def test_in_two_windows_neither_text_is_lost(cora):
    first, second = cora.page, cora.page.context.new_page()
    second.goto(cora.minutes)
    first.fill(BOX, WROTE)
    expect(says(first)).to_contain_text("Kept at", timeout=SOON)
    second.fill(BOX, OTHER)
    expect(says(second)).to_contain_text("You typed in this form in another window at 21:4", timeout=SOON)
    assert kept() == [[WROTE]]
    expect(second.locator(BOX)).to_have_value(OTHER)
    press(second, "Keep for later")
    assert WROTE in second.locator("main").inner_text()
    expect(second.locator(BOX)).to_have_value(OTHER)
    assert faults(second) == []
    assert kept() == [[WROTE]]
    both = f"{WROTE} {OTHER}"
    second.fill(BOX, both)
    press(second, "Keep for later")
    assert kept() == [[both]]


def test_after_the_session_ended_it_says_so_and_the_text_goes_with_whoever_comes_in_again(cora):
    page = cora.page
    page.fill(BOX, WROTE)
    expect(says(page)).to_contain_text("Kept at", timeout=SOON)
    Session.objects.all().delete()
    page.fill(BOX, OTHER)
    expect(says(page)).to_contain_text("You are signed out", timeout=SOON)
    expect(page.locator(BOX)).to_have_value(OTHER)
    assert kept() == [[WROTE]]
    press(page, "Keep for later")
    assert page.locator('input[name="shareable_3"]').get_attribute("value") == OTHER
    assert "Come in again" in cora.reads()


def test_without_a_connection_it_says_so_and_goes_on_trying(cora):
    page = cora.page
    page.clock.install()
    page.context.set_offline(True)
    page.fill(BOX, WROTE)
    page.clock.fast_forward(4_500)
    expect(says(page)).to_contain_text("could not be kept", timeout=SOON)
    assert kept() == []
    page.context.set_offline(False)
    page.clock.fast_forward(16_000)
    expect(says(page)).to_contain_text("Kept at", timeout=SOON)
    assert kept() == [[WROTE]]

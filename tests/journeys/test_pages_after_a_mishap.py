"""Pages for when something went otherwise: two at one form, a session that ended, a page left open, a thing taken off.

No address opens them. Accessible on phone and desk as all others, and what was typed stands on them.
"""

from datetime import date

import pytest
from django.utils import timezone

from casereview.cases import drafts
from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo.casework import reach_out
from demo.stage import Stage, application, incident
from tests.journeys.steps.pages import fill_in, follow, press, text_of
from tests.journeys.sweep import faults
from tests.journeys.visitors import somebody_who_writes

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = "Bins are set alight, and nobody comes"


@pytest.fixture
def writer(browser, place):
    """A browser in which somebody is in the middle of an application."""
    context = browser.new_context()
    cookies = somebody_who_writes().cookies.items()
    context.add_cookies([{"name": n, "value": each.value, "url": place.url} for n, each in cookies])
    yield context.new_page()
    context.close()


def test_a_file_is_removed_only_after_asking(writer, place, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    writer.goto(place.url + "/durham/request/files")
    picture = {"name": "diary.txt", "mimeType": "text/plain", "buffer": b"Monday: shouting until four"}
    writer.locator("input[type=file]").set_input_files(picture)
    press(writer, "Add this file")
    found = faults(writer)
    follow(writer, "Remove diary.txt")
    assert "Remove this?" in text_of(writer)
    found += faults(writer)
    press(writer, "Yes, remove it")
    assert "diary.txt" not in text_of(writer)
    assert found == []


def test_two_devices_at_one_question(writer, place):
    writer.goto(place.url + "/durham/request/what")
    with acting(SYSTEM):
        draft = Draft.objects.get()
    other = {"seen": draft.version, "device": "another", "at": timezone.now()}
    drafts.save_page(draft, "what", {"problem": ["Written on the phone"]}, **other)
    writer.get_by_role("textbox").first.fill(TYPED)
    press(writer, "Save and continue")
    assert "You answered this on another phone or computer meanwhile" in text_of(writer)
    assert writer.get_by_role("textbox").first.input_value() == TYPED
    assert faults(writer) == []


def test_a_page_left_open_until_nobody_knows_whose_it_is(writer, place, clock):
    writer.goto(place.url + "/durham/request/what")
    writer.get_by_role("textbox").first.fill(TYPED)
    clock(2026, 12, 20)
    press(writer, "Save and continue")
    assert "Enter your return code to save this" in text_of(writer)
    found = faults(writer)
    press(writer, "Save and continue")
    assert "There is a problem" in text_of(writer)
    found += faults(writer)
    assert found == []


def test_somebody_was_quicker(place, worker):
    stage = Stage("quicker", date(2026, 12, 4))
    stage.days_ago(7)
    told = [incident(stage, 30, "Bin on fire", [("council", 29)])]
    stage.apply(application(stage, name="Kim Orr", problem=TYPED, incidents=told))
    reach_out(stage)
    cora, dev = worker("cora.wren"), worker("dev.patel")
    for each in (cora, dev):
        each.signs_in()
        each.opens(stage.case.reference)
        each.follows("Name a contact and a deputy")
    cora.goes_on({"Named contact": "Cora Wren"})
    dev.goes_on({"Named contact": "Dev Patel"})
    assert "Somebody was quicker" in dev.reads()
    assert faults(dev.page) == []


def test_what_is_kept_of_an_application_being_keyed_in(place, worker):
    cora = worker("cora.wren")
    cora.signs_in()
    cora.page.goto(place.url + "/work/key-in/durham/")
    fill_in(cora.page, {"What is happening?": TYPED})
    press(cora.page, "Keep for later")
    assert "What you typed is kept for 28 days" in cora.reads()
    found = faults(cora.page)
    follow(cora.page, TYPED)
    assert cora.page.get_by_label("What is happening?").input_value() == TYPED
    found += faults(cora.page)
    press(cora.page, "Throw it away")
    assert "Throw away what was kept?" in cora.reads()
    found += faults(cora.page)
    follow(cora.page, "Go back to it")
    assert cora.page.get_by_label("What is happening?").input_value() == TYPED
    press(cora.page, "Throw it away")
    press(cora.page, "Throw it away")
    assert TYPED not in cora.reads()
    assert found == []


def test_a_form_sent_after_its_session_had_ended_is_sent_again_after_signing_in(place, worker, clock):
    cora = worker("cora.wren")
    cora.signs_in()
    cora.page.goto(place.url + "/work/key-in/durham/")
    fill_in(cora.page, {"What is happening?": TYPED})
    clock(2026, 12, 4, 22, 50)
    press(cora.page, "Keep for later")
    assert "What you typed is still here" in cora.reads()
    assert faults(cora.page) == []
    with cora.page.context.expect_page() as opened:
        cora.page.get_by_role("link", name="Come in again").click()
    tab = type(cora)(opened.value, place.url, cora.email)
    assert "You were signed out" in tab.reads()
    tab.gives_password_and_code()
    press(cora.page, "Send it again")
    press(cora.page, "Send it again")  # a new sign-in asks once more whether it was they who sent it
    assert TYPED in cora.reads()

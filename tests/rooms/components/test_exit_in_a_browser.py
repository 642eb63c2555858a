"""Exit this page in Chromium: first in the tab order, never pressed by Enter, quick, and Back shows nothing."""

import time

import pytest
from django.contrib.sessions.models import Session

from tests.rooms.components import page_with_text

pytestmark = pytest.mark.django_db(transaction=True)
AWAY = "https://www.bbc.co.uk/weather"
WORDS = "They shout every night"


@pytest.fixture(params=[True, False], ids=["javascript", "no javascript"])
def reader(request, browser, live_server, settings):
    """A browser tab with the page open; another website is played by the test."""
    settings.ROOT_URLCONF = "tests.rooms.components.page_with_text"
    page_with_text.received.clear()
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 320, "height": 640})
    context.route(
        f"{AWAY}**", lambda route: route.fulfill(body="<title>Weather</title>Sunny", content_type="text/html")
    )
    tab = context.new_page()
    tab.goto(live_server.url + "/a-question")
    yield tab
    context.close()


def wait_for(condition):
    until = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_exit_is_first_saves_and_leaves_nothing_behind(reader, live_server):
    assert Session.objects.count() == 1
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.textContent") == "Exit this page"
    reader.fill("#told", WORDS)
    reader.press(".app-exit__button", "Enter")
    reader.wait_for_url(AWAY)
    wait_for(lambda: page_with_text.received)
    assert page_with_text.received == [(True, WORDS)]
    wait_for(lambda: Session.objects.count() == 0)
    wait_for(lambda: not reader.context.cookies(live_server.url))
    for _ in range(5):
        reader.go_back()
        assert WORDS not in reader.content()


def test_enter_in_a_text_goes_on(reader):
    reader.fill("#told", WORDS)
    reader.press("#told", "Enter")
    reader.wait_for_selector("h1:text('Saved')")
    assert page_with_text.received == [(False, WORDS)]


def test_the_continue_before_it_cannot_be_reached(reader):
    assert reader.locator(".app-default-button").get_attribute("tabindex") == "-1"
    assert reader.get_by_role("button", name="Continue").count() == 1


def test_a_page_without_text(reader, live_server):
    reader.goto(live_server.url + "/durham/")
    reader.click("text=Exit this page")
    reader.wait_for_url(AWAY)


def test_a_long_text_is_saved_too(reader):
    reader.fill("#told", "x" * 70_000)
    reader.click("text=Exit this page")
    reader.wait_for_url(AWAY)
    wait_for(lambda: page_with_text.received)
    assert page_with_text.received == [(True, "x" * 70_000)]

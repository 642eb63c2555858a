"""From asking for a review to reading the letter about it: on a phone, without JavaScript, over a real mail server."""

import re
import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from axe_playwright_python.sync_playwright import Axe

from casereview.jobs.work import Worker
from tests.journeys.steps.pages import go_by
from tests.live_area import live_area

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 360, "height": 740}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = ["", "letters/", "add", "add/file", "contact", "stop"]


class Mailbox:
    """What a real SMTP server has taken."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


@pytest.fixture
def mailbox(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    server.stop()


@pytest.fixture
def site(live_server, settings):
    live_area()
    settings.SERVICE_URL = live_server.url
    return live_server.url


def ask_for_a_review(page, site):
    """What is needed and no more; returns the reference and the code that the last page shows."""
    page.goto(site + "/durham/request/")
    go_by(page, page.get_by_role("button", name="Start now"))
    page.get_by_label("Me or my household").check()
    go_on(page)
    page.get_by_label("Your name").fill("Robin")
    go_on(page)
    page.get_by_label("By e-mail").check()
    go_on(page)
    page.get_by_label("Your e-mail address").fill("robin@example.org")
    page.get_by_label("No", exact=True).check()
    go_on(page)
    page.goto(site + "/durham/request/what")
    page.get_by_label("What is happening?").fill("Shouting at night")
    go_on(page)
    page.goto(site + "/durham/request/check")
    go_by(page, page.get_by_role("button", name="Send"))
    return page.locator(".govuk-panel__body strong").inner_text(), page.locator(".app-code").inner_text()


def go_on(page):
    go_by(page, page.get_by_role("button", name="Save and continue").last)


def test_from_the_request_to_the_letter_on_another_phone(browser, site, mailbox):
    first = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    reference, _code = ask_for_a_review(first, site)
    first.context.close()
    Worker().round()
    (acknowledgement,) = mailbox.messages
    assert reference in acknowledgement["Subject"]

    phone = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    phone.goto(site + "/my/")
    form = phone.locator("form", has=phone.get_by_role("button", name="Send a link"))
    form.get_by_label("Your reference").fill(reference.lower())
    form.get_by_label("Your e-mail address").fill("robin@example.org")
    go_by(phone, form.get_by_role("button"))
    Worker().round()
    link = re.search(r"http\S+/my/link/\S+", mailbox.messages[-1].get_content()).group()
    phone.goto(link)
    go_by(phone, phone.get_by_role("button", name="Continue").last)
    go_by(phone, phone.get_by_role("link", name="Open your letter: We have your request"))
    go_by(phone, phone.get_by_role("button", name="Open the letter"))
    letter = phone.locator(".app-letter").inner_text()
    assert "Dear Robin" in letter
    assert "You do not need to do anything now" in letter
    assert reference not in phone.url
    phone.go_back()
    phone.goto(site + "/my/")
    assert "Nothing for you to do now" in phone.locator("main").inner_text()

    with phone.expect_request(re.compile("^https:")):
        phone.get_by_role("button", name="Exit this page").click()
    phone = phone.context.new_page()
    phone.goto(site + "/my/letters/")
    assert phone.url == site + "/my/link"


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_has_a_finding(page, site, mailbox, width):
    page.set_viewport_size({"width": width, "height": 800})
    reference, code = ask_for_a_review(page, site)
    Worker().round()
    page.goto(site + "/my/link")
    found = findings(page, "link")
    page.locator("#id_reference").fill(reference)
    go_by(page, page.get_by_role("button", name="Continue").last)
    found += findings(page, "a mistake in link")
    page.locator("#id_code").fill(code)
    go_by(page, page.get_by_role("button", name="Continue").last)
    for address in PAGES:
        page.goto(f"{site}/my/{address}")
        assert page.url == f"{site}/my/{address}"
        found += findings(page, address)
    page.goto(site + "/my/letters/")
    go_by(page, page.get_by_role("link", name="We have your request"))
    found += findings(page, "a letter that is not open")
    go_by(page, page.get_by_role("button", name="Open the letter"))
    found += findings(page, "a letter")
    go_by(page, page.get_by_role("link", name="Large print"))
    found += findings(page, "large print")
    for address in ("add", "contact", "stop", "add/file"):
        page.goto(f"{site}/my/{address}")
        go_by(page, page.locator("main form").last.get_by_role("button").last)
        assert page.locator(".govuk-error-summary").count() == 1, address
        found += findings(page, f"a mistake in {address}")
    assert found == []


def findings(page, name):
    broken = Axe().run(page, options=RULES).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    nodes = [(name, rule["id"], node["html"][:200]) for rule in broken for node in rule["nodes"][:2]]
    return nodes + [(name, "too wide", "")] * wide

"""A resident asks for a review on a small phone: without JavaScript, then with JavaScript and a keyboard alone."""

import pytest

from casereview.cases.models import Case, Incident, Report
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from tests.journeys.steps.pages import go_by
from tests.journeys.sweep import faults
from tests.live_area import live_area

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def site(live_server):
    live_area()
    live_area("darlington", "Darlington")
    return live_server.url


@pytest.fixture
def phone(browser):
    """A small phone without JavaScript; a call makes another one."""

    def switch_on():
        return browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()

    return switch_on


def go_on(page):
    """Press the page's button."""
    go_by(page, page.get_by_role("button", name="Save and continue").last)


def fill_in_date(page, box, day, month, year):
    for part, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f"#id_{box}-{part}").fill(str(value))


def say_who_and_how(page):
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


def say_what_happens(page, text):
    for _page in ("safe", "home", "easier", "where"):
        go_by(page, page.get_by_role("link", name="Leave this for now"))
    page.get_by_label("What is happening?").fill(text)
    go_on(page)


def add_a_time_told_twice(page):
    go_by(page, page.get_by_role("button", name="Add a time when it happened"))
    page.get_by_label("Once, on a day").check()
    go_on(page)
    fill_in_date(page, "on", "", "May", 2026)
    go_on(page)
    page.get_by_label("In your own words").fill("Banging on the wall until 4am")
    go_on(page)
    for organisation in ("County Durham Council", "The constabulary"):
        page.get_by_label("Yes").check()
        go_on(page)
        page.get_by_label(organisation).check()
        fill_in_date(page, "on", 1, 6, 2026)
        go_on(page)
    page.get_by_label("No", exact=True).check()
    go_on(page)


def test_a_resident_applies_without_javascript_and_comes_back_on_another_phone(phone, site):
    first = phone()
    first.goto(site + "/durham/request/")
    say_who_and_how(first)
    first.goto(site + "/durham/request/")
    code = first.locator(".govuk-inset-text strong").inner_text()
    first.context.close()

    second = phone()
    second.goto(site + "/durham/request/")
    go_by(second, second.get_by_role("link", name="Go on with what you began"))
    second.get_by_label("Your return code").fill(code.lower())
    go_by(second, second.get_by_role("button", name="Continue"))
    go_by(second, second.get_by_role("link", name="Safe times"))
    say_what_happens(second, "Shouting and banging, most nights")
    second.get_by_label("Yes").first.check()
    go_on(second)
    add_a_time_told_twice(second)
    assert "Banging on the wall" in second.locator("main").inner_text()

    second.goto(site + "/durham/request/check")
    assert "We can ask you later" in second.locator("main").inner_text()
    another_window = second.context.new_page()
    another_window.goto(site + "/durham/request/check")
    go_by(second, second.get_by_role("button", name="Send"))
    reference = second.locator(".govuk-panel__body strong").inner_text()
    go_by(another_window, another_window.get_by_role("button", name="Send"))
    assert another_window.locator(".govuk-panel__body strong").inner_text() == reference
    second.reload()
    assert second.locator(".govuk-panel__body strong").inner_text() == reference
    with acting(SYSTEM):
        assert Case.objects.get().reference == reference
        assert Incident.objects.get().what == "Banging on the wall until 4am"
        assert sorted(Report.objects.values_list("body_kind", flat=True)) == ["council", "police"]


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def focus_by_tab(page, selector):
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached with Tab")


def test_a_resident_applies_with_a_keyboard_alone(page, site):
    page.set_viewport_size(PHONE)
    page.goto(site + "/darlington/request/")
    focus_by_tab(page, ".govuk-button--start")
    press(page, "Enter")
    page.wait_for_url("**/who")
    focus_by_tab(page, "input[value=me]")
    press(page, "Space", "Enter")
    page.wait_for_url("**/name")
    focus_by_tab(page, "#id_name")
    page.keyboard.type("Robin")
    press(page, "Enter")  # Enter goes on; it never exits
    page.wait_for_url("**/contact")
    focus_by_tab(page, "input[value=applicant_calls]")
    press(page, "Space", "Enter")
    page.wait_for_url("**/safe")
    page.goto(site + "/darlington/request/what")
    focus_by_tab(page, "#id_problem")
    page.keyboard.type("Noise")
    focus_by_tab(page, "form#question .govuk-button")
    press(page, "Enter")
    page.wait_for_url("**/now")
    page.goto(site + "/darlington/request/check")
    focus_by_tab(page, "form[method=post] button:not(.app-exit__button)")
    press(page, "Enter")
    page.wait_for_url("**/sent")
    with acting(SYSTEM):
        assert Case.objects.get().area == "darlington"


def test_no_mistake_has_a_finding(page, site):  # the pages as they open: test_every_page
    home = site + "/durham/request/"
    page.goto(home)
    found = faults(page)
    say_who_and_how(page)
    page.goto(home + "what")
    page.get_by_label("What is happening?").fill("Noise")
    go_on(page)
    page.goto(home + "times")
    add_a_time_told_twice(page)
    for address in ("who", "times/2/when", "diary"):
        page.goto(home + address)
        if address == "diary":
            page.locator("#id_row1-on-day").fill("40")
        elif address == "who":
            page.evaluate(
                "document.querySelectorAll('input[type=radio]').forEach(box => { box.checked = false })"
            )
        go_on(page)
        assert page.locator(".govuk-error-summary").count() == 1
        found += faults(page)
    page.goto(home + "check")
    go_by(page, page.get_by_role("button", name="Send"))
    found += faults(page)
    page.goto(site + "/durham/continue")
    found += faults(page)
    page.goto(site + "/durham/request/ended")
    found += faults(page)
    assert found == []

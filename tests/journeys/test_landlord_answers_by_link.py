"""A landlord without an account: reminded three times, it answers at last by the link and the code in its mailbox."""

import re
from datetime import date

import pytest

from casereview.cases.returns import returns_of
from casereview.jobs.return_links import send_return_links
from casereview.jobs.work import run_job
from demo.tell import all_stories, tell
from tests.journeys.steps.pages import go_by
from tests.journeys.steps.post import letters_to
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 12, 10)  # a Thursday
MAILBOX = "moorside-durham@example.org"
EXPORT = "Date reported,Our ref,Description,Outcome\n1/11/2026,MH/7,Smoke,Warden called\nsoon,MH/8,Door,\n"


@pytest.fixture
def landlord(browser, place, clock, mailbox):
    """Their browser, on the day on which the link of the last reminder lies in the mailbox."""
    clock(2026, 12, 10, 14)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=place.url)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def newest(mailbox, pattern):
    """What stands in the newest message to the mailbox, once the worker has done its round."""
    run_job("ways to returns", send_return_links)
    return re.search(pattern, letters_to(mailbox, MAILBOX)[-1])[0]


def test_a_landlord_answers_by_link_and_code(landlord, mailbox):
    stage = tell("landlord", dict(all_stories())["landlord_silent_to_the_end"], TODAY)
    page, found = landlord, []

    def looks():
        found.extend((page.url.rpartition("/partner/")[2][:20], fault) for fault in faults(page))
        page.set_viewport_size({"width": 1280, "height": 900})

    page.goto(newest(mailbox, r"/partner/answer/link/\S+"))
    looks()
    go_by(page, page.get_by_role("button", name="Send the code"))
    looks()
    page.get_by_label("The code").fill(newest(mailbox, r"\d{4} \d{4}"))
    go_by(page, page.get_by_role("button", name="Continue"))
    looks()

    page.get_by_label("Your name and post").fill("Ann Lowe, housing officer")
    go_by(page, page.get_by_role("button", name="Add rows from a spreadsheet (CSV)"))
    file = {"name": "export.csv", "mimeType": "text/csv", "buffer": EXPORT.encode()}
    page.set_input_files("input[type=file]", files=[file])
    go_by(page, page.get_by_role("button", name="Look at this file"))
    go_by(page, page.get_by_role("button", name="Show how it reads"))
    assert page.get_by_text("Line 3, column A (Date reported): Write a day such as").is_visible()
    looks()
    go_by(page, page.get_by_role("button", name="Leave this file out"))
    go_by(page, page.get_by_role("button", name="Add rows from a spreadsheet (CSV)"))
    file["buffer"] = EXPORT.replace("soon", "2/11/2026").encode()
    page.set_input_files("input[type=file]", files=[file])
    go_by(page, page.get_by_role("button", name="Look at this file"))
    go_by(page, page.get_by_role("button", name="Show how it reads"))
    looks()
    go_by(page, page.get_by_role("button", name="Put these rows into the return"))

    assert page.get_by_label("Your name and post").input_value() == "Ann Lowe, housing officer"
    page.get_by_label("We hold something").check()
    action = page.get_by_role("group", name="Action 1")
    action.get_by_label("Day or month").fill("November 2026")
    action.get_by_label("What you did").fill("Letter to the tenant below")
    action.get_by_label("The applicant may be shown this").check()
    page.get_by_label("Yes, a part").check()
    go_by(page, page.get_by_role("button", name="Send this return"))
    assert page.get_by_role("link", name="Say why you hold it back").is_visible()
    looks()
    page.get_by_label("Why, and under which rule").fill("Another tenant’s file")
    go_by(page, page.get_by_role("button", name="Send this return"))
    looks()
    go_by(page, page.get_by_role("button", name="Yes, go on"))
    assert page.get_by_text("We have your return").is_visible()
    looks()

    assert found == []
    moorside = next(one for one in returns_of(stage.record()) if one.body.code == "moorside")
    assert (moorside.state, moorside.escalated_on is not None) == ("part", True)
    held = [
        (entry.kind, entry.reference, entry.scope)
        for entry in stage.record().entries
        if entry.own == moorside.body.holder
    ]
    assert [one for one in held if one[0] != "report" or one[1]] == [
        ("action", "", "application"),
        ("report", "MH/7", "restricted"),
        ("report", "MH/8", "restricted"),
    ]

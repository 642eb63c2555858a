"""From the completed plan to the letter that there will be no hearing: three people, each in a browser of their own."""

from datetime import date

import pytest

from casereview.cases.way_in import code_of
from demo.stories.plans import tell_plan_completed
from demo.tell import tell
from tests.journeys.steps.pages import fill_in, follow, go_by, press, text_of
from tests.journeys.steps.post import letters_to

pytestmark = pytest.mark.django_db(transaction=True)
GRACE = "grace.pell@example.org"
WHY = "Nobody at the meeting asked the landlord about the letters I wrote in the summer."
REASONS = "The landlord’s letters were in the papers, and the meeting looked at each of them."


@pytest.fixture
def completed(place, clock):
    """On Friday 15 January 2027 Grace was told by e-mail, to her alone, that her plan is completed."""
    clock(2027, 1, 20)
    return tell("plan_completed", tell_plan_completed, date(2027, 1, 20))


@pytest.fixture
def phone(browser, place):
    """Small, and without JavaScript."""
    context = browser.new_context(viewport={"width": 362, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_an_appeal_a_minute_before_the_last_day_ends_and_its_answer(
    completed, place, phone, worker, mailbox, the_post_goes, clock
):
    reference = completed.case.reference
    _appeals(completed, place, phone, clock)
    the_post_goes()
    assert "We received your appeal on Friday 29 January 2027." in letters_to(mailbox, GRACE)[-1]

    clock(2027, 2, 1, 9)
    col = worker("col.baker")
    col.signs_in()
    assert "Appeals desk" in col.reads()
    assert "3 days" in col.reads()  # since Friday
    col.follows(reference)
    assert WHY in col.reads()
    assert "Late" not in col.reads()
    col.takes("Take the appeal on", {"Which clerk takes it on?": "Col Baker"})
    last = {"The last day on which they need to see the case": date(2027, 4, 30)}
    chosen = {"Which chair of the panel?": "Pia Moss", **last}
    col.takes("Refer the appeal to the chair of the panel", chosen)

    pia = worker("pia.moss")
    pia.signs_in()
    assert WHY not in pia.page.content()
    go_by(pia.page, pia.page.get_by_role("link", name="Declare any conflict"))
    assert "Grace" not in pia.page.content()
    pia.goes_on({"Does anything tie you to this case, or might seem to?": "No, nothing ties me to this case"})
    assert WHY in pia.reads()
    decided = {"Will there be a hearing?": "No, there will be no hearing"}
    decided["The reasons, in words for whoever appeals"] = REASONS
    pia.begins("Decide whether there will be a hearing", decided)
    assert "There will be no hearing of your appeal." in pia.reads()  # the letter, before it goes
    pia.agrees()
    the_post_goes()

    letter = letters_to(mailbox, GRACE)[-1]
    assert "There will be no hearing of your appeal." in letter
    assert "on Monday 1 February 2027" in letter
    assert REASONS in letter
    assert "ask the Housing Ombudsman" in letter  # Grace rents from a housing association
    assert "Local Government" not in letter  # and a commissioner led the review
    _comes_in(completed, place, phone)
    assert "There will be no hearing of your appeal." in text_of(phone)


def _appeals(completed, place, phone, clock):
    """Grace, on a phone, on the fourteenth day at 23:59."""
    clock(2027, 1, 29, 23, 40)
    _comes_in(completed, place, phone)
    assert "The last day to appeal is Friday 29 January 2027." in text_of(phone)
    follow(phone, "Read how to appeal, if you disagree")
    fill_in(phone, {"Why do you disagree?": WHY})
    press(phone, "Go on")
    assert WHY in text_of(phone)
    clock(2027, 1, 29, 23, 59)
    press(phone, "Send your appeal")
    assert "It reached us on Friday 29 January 2027." in text_of(phone)
    assert "after the last day" not in text_of(phone)


def _comes_in(completed, place, phone):
    """By the reference and the code; a session does not last for days."""
    phone.context.clear_cookies()
    phone.goto(place.url + "/my/link")
    phone.locator("#id_reference").fill(completed.case.reference)
    phone.locator("#id_code").fill(code_of(completed.applicant))
    press(phone, "Continue")

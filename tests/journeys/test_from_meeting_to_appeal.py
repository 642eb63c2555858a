"""From the meeting to the completed plan and an appeal in its last minute: the applicant reads what is done, when."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from casereview.cases.way_in import code_of
from demo.stage import Stage, incident
from demo.stories.plans import reviewed
from tests.journeys.steps.pages import fill_in, go_by, press, text_of
from tests.journeys.steps.post import letters_to

pytestmark = pytest.mark.django_db(transaction=True)
JESS = "jess.carr@example.org"
PROBLEM = "Bins set alight behind the house."
TOLD = "The police will walk past at night, and tell you how it goes."
ACTION = {
    "What will be done": "Foot patrol at night, twice a week",
    "Which body owns it?": "Durham Constabulary",
    "Named officer: name and post": "Sgt Jo Hale, neighbourhood team",
    "By when": date(2027, 1, 29),
    "How it will be known that it worked": "No fire for four weeks",
    "What the applicant reads about it": TOLD,
}


@pytest.fixture
def held(place, clock):
    """The review was held on Wednesday 6 January 2027, and its minutes were signed the day after."""
    clock(2027, 1, 7)
    stage = Stage("bins", date(2027, 1, 7))
    times = [
        incident(stage, 95, "A bin alight", [("police", 94)]),
        incident(stage, 68, "Two bins alight", [("police", 67)]),
        incident(stage, 53, "Smoke in the house", [("police", 52)]),
    ]
    told = {"name": "Jess Carr", "place": "Wharton Street, Coundon", "problem": PROBLEM}
    assert reviewed(stage, 20, **told, incidents=times) == date(2027, 1, 6)
    return SimpleNamespace(reference=stage.case.reference, code=code_of(stage.applicant))


def test_from_the_meeting_to_the_appeal_in_its_last_minute(
    held, place, worker, resident, mailbox, the_post_goes, clock
):
    it = SimpleNamespace(
        held=held,
        place=place,
        worker=worker,
        cora=worker("cora.wren"),
        hale=worker("pc.hale"),
        jess=resident,
        phone=resident.page,
        mailbox=mailbox,
        the_post_goes=the_post_goes,
        clock=clock,
    )
    plan_goes(it)
    action_is_done(it)
    plan_is_completed(it)
    appeals_in_the_last_minute(it)


def plan_goes(it):
    """Friday 8 January: a draft; Jess comments; Wednesday 13 January, the fifth working day: the plan goes."""
    it.clock(2027, 1, 8)
    it.cora.signs_in()
    it.cora.opens(it.held.reference)
    it.cora.takes("Agree an action", ACTION)
    it.cora.takes(
        "Send a draft of the plan", {"What the review found, for the applicant to read": "It goes on."}
    )
    it.the_post_goes()
    it.jess.comes_in(it.held.reference, it.held.code)
    it.phone.goto(it.place.url + "/my/plan")
    assert TOLD in text_of(it.phone)
    fill_in(it.phone, {"What do you think of it?": "Please come before midnight too."})
    press(it.phone, "Send your comments")
    it.clock(2027, 1, 13)
    it.cora.signs_in()
    it.cora.opens(it.held.reference)
    it.cora.follows("Send the outcome and the plan")
    settled = {
        "What was considered": "What each of them did after each report.",
        f"What is found about this: “{PROBLEM}”": "It happened, and was not looked into.",
        "What the review found": "Nobody had spoken with the other.",
    }
    it.cora.goes_on(settled)
    it.cora.agrees()
    it.the_post_goes()
    outcome = letters_to(it.mailbox, JESS)[-1]
    assert TOLD in outcome
    assert "Friday 29 January 2027" in outcome
    assert "not yet fixed" in outcome
    assert "names somebody else who complained" not in outcome  # the restricted part of the minutes
    it.cora.opens(it.held.reference)
    assert "Plan under way" in it.cora.reads()


def action_is_done(it):
    """Friday 29 January: the police say that it is done; Jess reads it."""
    it.clock(2027, 1, 29)
    it.hale.signs_in()
    it.hale.page.goto(it.place.url + "/partner/actions/")
    go_by(it.hale.page, it.hale.page.get_by_role("link", name=re.compile("^Update")).first)
    done = {"How does it stand?": "Done"}
    told = {"What the applicant reads: what was done, or why it is late or blocked": "Nine patrols, no fire."}
    it.hale.goes_on({**done, **told, "Evidence and notes": "Patrol log 17 to 25"})
    if it.hale.page.get_by_role("button", name="Yes, go on").count():
        it.hale.agrees()
    it.the_post_goes()
    it.jess.comes_in(it.held.reference, it.held.code)
    it.phone.goto(it.place.url + "/my/plan")
    assert "Nine patrols, no fire." in text_of(it.phone)


def plan_is_completed(it):
    """Monday 1 February: Jess is asked before anything is called completed, and says so on the phone."""
    it.clock(2027, 2, 1)
    it.cora.signs_in()
    it.cora.opens(it.held.reference)
    it.cora.takes("Ask the applicant whether it has stopped", {"How are they asked?": "In writing"})
    it.the_post_goes()
    it.jess.comes_in(it.held.reference, it.held.code)
    it.phone.goto(it.place.url + "/my/plan")
    fill_in(it.phone, {"Has it stopped?": "Yes, it has stopped"})
    press(it.phone, "Send")
    it.clock(2027, 2, 3)
    it.cora.signs_in()
    it.cora.opens(it.held.reference)
    it.cora.takes("Complete the plan", {"What was done, for the applicant to read": "Nine patrols."})
    it.the_post_goes()
    completed = letters_to(it.mailbox, JESS)[-1]
    # An e-mailed letter is served on the day: fourteen days after Wednesday 3 February end on the 17th.
    assert "Wednesday 17 February 2027" in completed
    it.jess.comes_in(it.held.reference, it.held.code)
    assert "The last day to appeal is Wednesday 17 February 2027." in text_of(it.phone)


def appeals_in_the_last_minute(it):
    """Wednesday 17 February, 11:59pm in London: in time; the desk has it the next morning."""
    it.clock(2027, 2, 17, 23, 40)
    it.jess.comes_in(it.held.reference, it.held.code)
    it.jess.writes_an_appeal({"Why do you disagree?": "It burned again on Sunday."})
    it.clock(2027, 2, 17, 23, 59)
    press(it.phone, "Send your appeal")
    assert "It reached us on Wednesday 17 February 2027." in it.jess.reads()
    assert "after the last day" not in it.jess.reads()
    it.clock(2027, 2, 18)
    clerk = it.worker("col.baker")
    clerk.signs_in()
    assert it.held.reference in clerk.reads()
    assert "Late" not in clerk.reads()

"""From the decision to the completed plan and an appeal in its last minute: five people, each in their own browser."""

import re
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from casereview.cases.way_in import code_of
from casereview.jobs.return_links import send_return_links
from casereview.jobs.work import run_job
from demo.casework import decide, up_to_views
from demo.stage import Stage, application, incident
from tests.journeys.steps.casework import sitting
from tests.journeys.steps.pages import fill_in, go_by, press, text_of
from tests.journeys.steps.post import letters_to

pytestmark = pytest.mark.django_db(transaction=True)
MOORSIDE = "moorside-durham@example.org"
JESS = "jess.carr@example.org"
PROBLEM = "Bins set alight behind the house."
STATEMENT = "I have not slept through a night since September."
SOMETHING = {
    "Do you hold anything about this?": "We hold something",
    "Your name and post": "Sgt Jo Hale",
    "Do you hold back anything?": "No: all that we hold is here",
}
TOLD = "The police will walk past at night, and tell you how it goes."


@pytest.fixture
def met(place, clock):
    """On Friday 18 December 2026 the threshold was decided to be met; a landlord is among the bodies."""
    clock(2026, 12, 18, 14)
    stage = Stage("bins", date(2026, 12, 18))
    stage.days_ago(10, 9)
    times = [
        incident(stage, 75, "A bin alight", [("police", 74)]),
        incident(stage, 48, "Two bins alight", [("moorside", 47)]),
        incident(stage, 33, "Smoke in the house", [("police", 32)]),
    ]
    told = {"name": "Jess Carr", "place": "Wharton Street, Coundon", "problem": PROBLEM}
    stage.apply(application(stage, **told, tenure="housing_association", incidents=times))
    up_to_views(stage)
    decide(stage, "met")
    return SimpleNamespace(reference=stage.case.reference, code=code_of(stage.applicant))


def test_from_the_decision_to_the_appeal_in_its_last_minute(
    met, place, worker, resident, mailbox, the_post_goes, clock
):
    it = SimpleNamespace(
        met=met,
        place=place,
        worker=worker,
        cora=worker("cora.wren"),
        noor=worker("noor.vale"),
        hale=worker("pc.hale"),
        landlord=resident.page.context.browser.new_context().new_page(),
        jess=resident,
        phone=resident.page,
        mailbox=mailbox,
        the_post_goes=the_post_goes,
        clock=clock,
    )
    finds_a_chair(it)
    bodies_answer(it)
    sets_the_day(it)
    chooses_a_part(it)
    papers_go(it)
    review_is_held(it)
    plan_goes(it)
    action_is_done(it)
    plan_is_completed(it)
    appeals_in_the_last_minute(it)
    invitations_are_calendars(it)


def finds_a_chair(it):
    """Monday 21 December: Cora finds a chair and asks the bodies; Noor declares before anything opens."""
    it.clock(2026, 12, 21)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
    last = {"The last day on which they need to see the case": date(2027, 3, 31)}
    it.cora.takes("Appoint the chair", {"Who will chair the review?": "Noor Vale", **last})
    it.cora.takes(
        "Ask the bodies for their information", {"Why the information is needed": "For the review."}
    )
    it.the_post_goes()
    it.noor.signs_in()
    it.noor.follows("Declare any conflict before you begin")
    assert "Jess Carr" not in it.noor.page.content()
    assert "Coundon" not in it.noor.page.content()
    tied = "Does anything tie you to this case, or might seem to?"
    it.noor.goes_on({tied: "No, nothing ties me to this case"})
    assert "Durham Constabulary" in it.noor.reads()


def bodies_answer(it):
    """The police sign in and answer; the landlord answers by the link and the code in its mailbox."""
    it.hale.signs_in()
    it.hale.follows("Say what the body holds")
    found = {"Report 1, Monday 5 October 2026: do you hold it?": "Yes, this is in our records"}
    found |= {"Report 3, Monday 16 November 2026: do you hold it?": "No, we find no record of it"}
    fill_in(it.hale.page, {**SOMETHING, **found, "What risk do you know of, to whom?": "He is 15."})
    press(it.hale.page, "Send this return")
    press(it.hale.page, "Yes, go on")
    run_job("links", send_return_links)
    (link,) = re.findall(r"/partner/answer/link/\S+", letters_to(it.mailbox, MOORSIDE)[-1])
    it.landlord.goto(it.place.url + link)
    press(it.landlord, "Send the code")
    run_job("links", send_return_links)
    (code,) = re.findall(r"Your code is (\d+ \d+)", letters_to(it.mailbox, MOORSIDE)[-1])
    fill_in(it.landlord, {"The code": code})
    press(it.landlord, "Continue")
    assert "He is 15." not in it.landlord.content()
    # it confirmed the report before the decision: that answer stands there already
    fill_in(it.landlord, {**SOMETHING, "Your name and post": "A. Clerk"})
    press(it.landlord, "Send this return")
    press(it.landlord, "Yes, go on")


def sets_the_day(it):
    """Cora sets the last lawful day, across the holidays; Jess is asked, and everybody gets the date."""
    it.cora.opens(it.met.reference)
    it.cora.follows("Arrange the meeting")
    assert "The last lawful day is Wednesday 6 January 2027." in it.cora.reads()
    meeting = {"Day": date(2027, 1, 7), "It begins at": "10:00", "It ends at": "12:00", "Where": "In a room"}
    it.cora.goes_on({**meeting, "Place": "Room 3, Example House"})
    fill_in(it.cora.page, {"Day": date(2027, 1, 6)})
    it.cora.goes_on({})
    it.cora.agrees()
    it.the_post_goes()


def chooses_a_part(it):
    """Jess, on a phone: a letter, a way in, a part, a statement."""
    assert "write a statement, which is read out" in letters_to(it.mailbox, JESS)[-1]
    it.jess.comes_in(it.met.reference, it.met.code)
    assert "The meeting is on Wednesday 6 January 2027, for you at 10am." in text_of(it.phone)
    it.phone.goto(it.place.url + "/my/meeting")
    chosen = "I will write a statement, which is read out"
    fill_in(it.phone, {"How do you want to take part?": chosen})
    press(it.phone, "Send")
    it.phone.goto(it.place.url + "/my/statement")
    fill_in(it.phone, {"What do you want the meeting to hear?": STATEMENT})
    press(it.phone, "Send")


def papers_go(it):
    """Two working days before it: the papers, each their own version."""
    it.clock(2027, 1, 4)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
    it.cora.takes("Send the papers for the meeting", {})
    it.the_post_goes()
    it.noor.signs_in()
    assert STATEMENT in papers_of(it.noor, f"/panel/reviews/{it.met.reference}/papers.pdf")
    it.hale.signs_in()
    theirs = papers_of(it.hale, f"/partner/cases/{it.met.reference}/police/papers.pdf")
    assert "He is 15." in theirs
    assert STATEMENT not in theirs


def review_is_held(it):
    """Wednesday 6 January 2027: the meeting is held, and the statement is read out."""
    it.clock(2027, 1, 6, 14)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
    it.cora.follows("Record that the review was held")
    came = {"Durham Constabulary": "Sgt Jo Hale", "Moorside Homes": "Mo Amin, tenancy manager"}
    it.cora.goes_on(sitting(came, ("Jess Carr", "They did not come")))
    assert "Say whether the statement of Jess Carr was read out" in it.cora.reads()
    it.cora.goes_on({"Was the statement of Jess Carr read out?": "Yes"})
    it.cora.opens(it.met.reference)
    it.cora.follows("Write the minutes")
    it.cora.page.get_by_label("May be shared").first.fill(
        "Everybody declared that nothing ties them to the case."
    )
    it.cora.page.get_by_label("Restricted").nth(1).fill("The council’s officer was ill.")
    it.cora.goes_on({})
    it.cora.opens(it.met.reference)
    it.cora.takes("Agree an action", action())
    it.noor.signs_in()
    it.noor.page.goto(f"{it.place.url}/panel/reviews/{it.met.reference}/do/sign_minutes/")
    it.noor.goes_on({"I have read these minutes, both parts, and sign them": True})
    it.noor.agrees()


def plan_goes(it):
    """Friday 8 January: a draft; Jess comments; Wednesday 13 January, the fifth working day: the plan goes."""
    it.clock(2027, 1, 8)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
    it.cora.takes(
        "Send a draft of the plan", {"What the review found, for the applicant to read": "It goes on."}
    )
    it.the_post_goes()
    it.jess.comes_in(it.met.reference, it.met.code)
    it.phone.goto(it.place.url + "/my/plan")
    assert TOLD in text_of(it.phone)
    fill_in(it.phone, {"What do you think of it?": "Please come before midnight too."})
    press(it.phone, "Send your comments")
    it.clock(2027, 1, 13)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
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
    assert "He is 15." not in outcome
    it.cora.opens(it.met.reference)
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
    it.jess.comes_in(it.met.reference, it.met.code)
    it.phone.goto(it.place.url + "/my/plan")
    assert "Nine patrols, no fire." in text_of(it.phone)


def plan_is_completed(it):
    """Monday 1 February: Jess is asked before anything is called completed, and says so on the phone."""
    it.clock(2027, 2, 1)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
    it.cora.takes("Ask the applicant whether it has stopped", {"How are they asked?": "In writing"})
    it.the_post_goes()
    it.jess.comes_in(it.met.reference, it.met.code)
    it.phone.goto(it.place.url + "/my/plan")
    fill_in(it.phone, {"Has it stopped?": "Yes, it has stopped"})
    press(it.phone, "Send")
    it.clock(2027, 2, 3)
    it.cora.signs_in()
    it.cora.opens(it.met.reference)
    it.cora.takes("Complete the plan", {"What was done, for the applicant to read": "Nine patrols."})
    it.the_post_goes()
    completed = letters_to(it.mailbox, JESS)[-1]
    # An e-mailed letter is served on the day: fourteen days after Wednesday 3 February end on the 17th.
    assert "Wednesday 17 February 2027" in completed
    it.jess.comes_in(it.met.reference, it.met.code)
    assert "The last day to appeal is Wednesday 17 February 2027." in text_of(it.phone)


def appeals_in_the_last_minute(it):
    """Wednesday 17 February, 11:59pm in London: in time; the desk has it the next morning."""
    it.clock(2027, 2, 17, 23, 40)
    it.jess.comes_in(it.met.reference, it.met.code)
    it.jess.writes_an_appeal({"Why do you disagree?": "It burned again on Sunday."})
    it.clock(2027, 2, 17, 23, 59)
    press(it.phone, "Send your appeal")
    assert "It reached us on Wednesday 17 February 2027." in it.jess.reads()
    assert "after the last day" not in it.jess.reads()
    it.clock(2027, 2, 18)
    clerk = it.worker("col.baker")
    clerk.signs_in()
    assert it.met.reference in clerk.reads()
    assert "Late" not in clerk.reads()


def invitations_are_calendars(it):
    """The invitations are calendar files that another program can read, and name nobody."""
    (invitation,) = [part for message in it.mailbox.messages for part in calendars(message, "police-durham")]
    (event,) = invitation.walk("VEVENT")
    assert event["DTSTART"].dt.isoformat() == "2027-01-06T10:00:00+00:00"
    assert invitation["METHOD"] == "REQUEST"
    assert "Jess" not in invitation.to_ical().decode()


def papers_of(worker, address):
    """The words of the papers that they download."""
    got = worker.page.request.get(worker.site + address)
    assert got.headers["content-type"] == "application/pdf"
    pages = PdfReader(BytesIO(got.body())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def action():
    """The police walk past at night, until the end of January."""
    return {
        "What will be done": "Foot patrol at night, twice a week",
        "Which body owns it?": "Durham Constabulary",
        "Named officer: name and post": "Sgt Jo Hale, neighbourhood team",
        "By when": date(2027, 1, 29),
        "How it will be known that it worked": "No fire for four weeks",
        "What the applicant reads about it": TOLD,
    }


def calendars(message, to):
    """The calendar files of a message to that mailbox."""
    if not message["To"].startswith(to):
        return []
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return [Calendar.from_ical(part.get_content()) for part in parts]

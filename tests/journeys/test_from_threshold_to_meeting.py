"""From the decision to the meeting: five people, each in their own browser, get what they need for it and no more."""

import re
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from casereview.cases.way_in import code_of
from casereview.jobs.return_links import send_return_links
from casereview.jobs.work import run_job
from demo.casework import decide, up_to_views
from demo.stage import Stage, application, incident
from tests.journeys.steps.casework import sitting
from tests.journeys.steps.pages import fill_in, press, text_of
from tests.journeys.steps.post import calendars_to, letters_to

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


def test_from_the_decision_to_the_signed_minutes(met, place, worker, resident, mailbox, the_post_goes, clock):
    it = SimpleNamespace(
        met=met,
        place=place,
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
    it.noor.signs_in()
    it.noor.page.goto(f"{it.place.url}/panel/reviews/{it.met.reference}/do/sign_minutes/")
    it.noor.goes_on({"I have read these minutes, both parts, and sign them": True})
    it.noor.agrees()


def invitations_are_calendars(it):
    """The invitations are calendar files that another program can read, and name nobody."""
    (invitation,) = calendars_to(it.mailbox, "police-durham@example.org")
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

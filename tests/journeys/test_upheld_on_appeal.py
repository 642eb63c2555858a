"""A refusal is appealed against, heard and upheld; the bodies decide again, and the review is held."""

from datetime import date
from types import SimpleNamespace

import pytest

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.cases.way_in import code_of
from casereview.jobs.linked_cases import open_linked_cases
from casereview.jobs.work import run_job
from casereview.people.viewer import SYSTEM
from demo.casework import up_to_views
from demo.stage import Stage, application, incident
from tests.journeys.steps.casework import deciding, sitting
from tests.journeys.steps.pages import fill_in, follow, press
from tests.journeys.steps.panel import declares, takes_on
from tests.journeys.steps.post import letters_to

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 12, 10)  # a Thursday
CERYS = "cerys.lamb@example.org"
PROBLEM = "Stones are thrown at our windows"
WHY = "I told the housing office as well. Nobody asked them."
PANEL = ["Pia Moss", "Mel Frost", "Max Byrne"]
LAST = {"The last day on which they need to see the case": date(2027, 2, 26)}
AGAIN = "A new decision on the threshold"
DECISION = {
    "The impact of the behaviour": "The family sleeps in one room at the back.",
    "How persistent it is": "Since the summer.",
    "Whether the review included every organisation that it should": "The housing office was not asked.",
    "What was considered": "Two reports of three.",
    "Whether more could be done": "Yes.",
    "What does the panel decide?": "Upheld: further action is asked for",
    "The rationale, in words for whoever appeals": "The housing office was never asked what it holds.",
    "If it is upheld: what is asked for?": [AGAIN],
    f"{AGAIN}: what exactly": "Decide again, with what the housing office holds.",
    f"{AGAIN}: who does it": "The office that co-ordinates",
    f"{AGAIN}: by when": date(2026, 12, 31),
    f"{AGAIN}: how it is followed up": "The clerk asks on that day.",
    "Who of the panel agrees?": PANEL,
}
AT = {"It begins at": "10:00", "It ends at": "12:00", "Where": "In a room", "Place": "Room 2, Durham"}
CAME = {
    "Who of the panel was there?": PANEL,
    "Who came for the review or the decision?": ["Cora Wren"],
    "Did Cerys Lamb come?": "They came",
}


@pytest.fixture
def proposed(place, clock):
    """On Thursday 10 December 2026 a refusal is proposed, with the bodies' views: two reports of three count."""
    clock(2026, 12, 10)
    stage = Stage("upheld-on-appeal", TODAY)
    stage.days_ago(20, 9)
    times = [
        incident(stage, 80, "A window broken", [("council", 79)]),
        incident(stage, 50, "Stones at the door", [("police", 49)]),
    ]
    told = {"name": "Cerys Lamb", "place": "Wood Street, Durham", "problem": PROBLEM}
    stage.apply(application(stage, **told, incidents=times))
    up_to_views(stage, result="not_met")
    return SimpleNamespace(reference=stage.case.reference, case=stage.case, code=code_of(stage.applicant))


def test_from_a_refusal_to_the_review_by_way_of_the_panel(
    proposed, worker, resident, clock, mailbox, the_post_goes
):
    it = SimpleNamespace(
        **vars(proposed),
        worker=worker,
        clerk=worker("col.baker"),
        chair=worker("pia.moss"),
        dev=worker("dev.patel"),
        cerys=resident,
        clock=clock,
        the_post_goes=the_post_goes,
        last_letter=lambda: letters_to(mailbox, CERYS)[-1],
    )
    is_refused(it)
    appeals(it)
    qualifies(it)
    panel_is_made_up(it)
    hearing_is_arranged(it)
    hearing_is_held(it)
    is_decided_again(it)
    review_is_set(it)
    review_is_held(it)


def is_refused(it):
    """Thursday 10 December: Cora records that the bodies refuse."""
    cora = it.worker("cora.wren")
    cora.signs_in()
    cora.opens(it.reference)
    cora.takes("Decide the threshold", deciding(PROBLEM, "The threshold is not met", "Two reports of three."))
    it.the_post_goes()
    assert "The last day to appeal is Thursday 24 December 2026." in it.last_letter()


def appeals(it):
    """Cerys, on a phone."""
    it.cerys.comes_in(it.reference, it.code)
    it.cerys.writes_an_appeal({"Why do you disagree?": WHY})
    press(it.cerys.page, "Send your appeal")
    assert "It reached us on Thursday 10 December 2026." in it.cerys.reads()


def qualifies(it):
    """Col takes it on, and Pia, who chairs the panel, decides that there will be a hearing."""
    it.clerk.signs_in()
    takes_on(it.clerk, it.reference, "Pia Moss", date(2027, 2, 26))
    declares(it.chair, it.reference)
    reasons = {"The reasons, in words for whoever appeals": "Nobody asked the housing office."}
    hearing = {"Will there be a hearing?": "Yes, there will be a hearing", **reasons}
    it.chair.takes("Decide whether there will be a hearing", hearing)
    it.the_post_goes()
    assert "Nobody asked the housing office." in it.last_letter()


def panel_is_made_up(it):
    """Two members are asked; each declares before anything opens to them."""
    at_the_desk(it)
    asked = {"Who is asked to sit on the panel?": PANEL[1:], **LAST}
    it.clerk.takes("Ask members to sit on the panel", asked)
    for name in ("mel.frost", "max.byrne"):
        member = it.worker(name)
        declares(member, it.reference)
        assert WHY in member.reads()


def hearing_is_arranged(it):
    """Both sides are invited; Cerys says that she comes."""
    at_the_desk(it)
    it.clerk.takes("Arrange the hearing", {"Day": date(2026, 12, 17), **AT})
    it.the_post_goes()
    assert "Day: Thursday 17 December 2026" in it.last_letter()
    it.cerys.page.goto(f"{it.cerys.site}/my/hearing")
    how = {"If you come, or somebody comes for you: how?": "In the room"}
    fill_in(it.cerys.page, {"How do you want to take part?": "I will come to the hearing", **how})
    press(it.cerys.page, "Send")


def hearing_is_held(it):
    """Thursday 17 December: the panel hears both sides, and upholds the appeal."""
    it.clock(2026, 12, 17, 13)
    it.clerk.signs_in()
    at_the_desk(it)
    it.clerk.takes("Record that the hearing was held", CAME)
    it.chair.signs_in()
    it.chair.page.goto(f"{it.chair.site}/panel/appeals/{it.reference}/")
    it.chair.takes("Decide the appeal", DECISION)
    it.the_post_goes()
    outcome = it.last_letter()
    assert "The panel upheld the appeal and asks for further action." in outcome
    assert "The housing office was never asked what it holds." in outcome


def is_decided_again(it):
    """In a case of its own: by Dev and two others, since Cora and those who refused have no part in it."""
    assert run_job("linked cases", open_linked_cases) == 1
    with acting(SYSTEM):
        it.new = Case.objects.get(follows=it.case).reference
    it.dev.signs_in()
    it.dev.opens(it.new)
    assert it.reference in it.dev.reads()  # it came out of that one
    assert "Sgt Jo Hale, neighbourhood team (Durham Constabulary)" in it.dev.reads()
    proposal = {"What is proposed?": "The threshold is met", "Reasons, for the bodies to read": "Three now."}
    it.dev.takes("Propose a decision", proposal)
    met = deciding(PROBLEM, "The threshold is met", "Three reports count.", "Insp. Ann Hill", "Raj Batey")
    it.dev.takes("Decide the threshold", met)


def review_is_set(it):
    """Dev finds a chair, and arranges the meeting on the last lawful day; Cerys will come to its first part."""
    it.dev.takes("Appoint the chair", {"Who will chair the review?": "Noor Vale", **LAST})
    noor = it.worker("noor.vale")
    noor.signs_in()
    noor.follows("Declare any conflict before you begin")
    noor.goes_on(
        {"Does anything tie you to this case, or might seem to?": "No, nothing ties me to this case"}
    )
    it.dev.follows("Arrange the meeting")
    # Ten working days after Thursday 17 December, without Christmas Day, Monday 28 December and New Year's Day
    assert "The last lawful day is Tuesday 5 January 2027." in it.dev.reads()
    it.dev.goes_on({"Day": date(2027, 1, 5), **AT})
    it.dev.agrees()
    it.the_post_goes()
    it.cerys.comes_in(it.new, it.code)
    follow(it.cerys.page, "Choose how you want to take part in the meeting")
    comes = {"How do you want to take part?": "I will come to the first part of the meeting"}
    fill_in(it.cerys.page, {**comes, "If you come, or somebody comes for you: how?": "In the room"})
    press(it.cerys.page, "Send")


def review_is_held(it):
    """Tuesday 5 January 2027."""
    it.clock(2027, 1, 5, 14)
    it.dev.signs_in()
    it.dev.opens(it.new)
    came = {"Durham Constabulary": "Sgt Jo Hale", "Durham County Council": "Sam Ferry"}
    it.dev.takes("Record that the review was held", sitting(came, ("Cerys Lamb", "They came")))
    it.cerys.comes_in(it.reference, it.code)  # the old reference leads home too
    assert "The meeting about your case has been held." in it.cerys.reads()


def at_the_desk(it):
    """The appeal, as its clerk sees it."""
    it.clerk.page.goto(f"{it.clerk.site}/panel/desk/{it.reference}/")

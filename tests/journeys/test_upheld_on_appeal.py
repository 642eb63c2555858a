"""A refusal is appealed against, heard and upheld; the bodies decide again, and the review is held."""

from datetime import date

import pytest

from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.cases.status import status
from casereview.jobs.linked_cases import open_linked_cases
from casereview.jobs.work import run_job
from casereview.people.viewer import SYSTEM
from demo import hearings
from demo.casework import arrange, find_chair
from demo.stage import Stage
from tests.journeys.steps.casework import deciding
from tests.journeys.steps.pages import fill_in, press
from tests.journeys.steps.post import letters_to
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 12, 10)  # a Thursday
PROBLEM = "Stones are thrown at our windows"
CONFLICT = "Does anything tie you to this case, or might seem to?"
PANEL = ["Pia Moss", "Mel Frost", "Max Byrne"]
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
HEARING = {
    "Day": date(2026, 12, 17),
    "It begins at": "10:00",
    "It ends at": "12:00",
    "Where": "In a room",
    "Place": "Committee room 2, Durham",
}
CAME = {
    "Who of the panel was there?": PANEL,
    "Who came for the review or the decision?": ["Cora Wren"],
    "Did Cerys Lamb come?": "They came",
}


@pytest.fixture
def appealed(place, clock):
    """Refused in November; the chair of the panel has decided that there will be a hearing."""
    clock(2026, 12, 10)
    stage = Stage("upheld-on-appeal", TODAY)
    told = {"what": "A window broken", "then": "Stones at the door", "place": "Wood Street, Durham"}
    hearings.refused(stage, 20, name="Cerys Lamb", problem=PROBLEM, **told)
    hearings.qualified(stage, 14, "I told the housing office as well. Nobody asked them.")
    stage.days_ago(0)
    return stage


def composes(clerk, worker, desk, reference):
    """Two members are asked; each declares before anything opens to them."""
    clerk.signs_in()
    clerk.page.goto(desk)
    asked = {
        "Who is asked to sit on the panel?": PANEL[1:],
        "The last day on which they need to see the case": date(2027, 2, 26),
    }
    clerk.takes("Ask members to sit on the panel", asked)
    for name in ("mel.frost", "max.byrne"):
        member = worker(name)
        member.signs_in()
        member.page.goto(f"{member.site}/panel/appeals/{reference}/declare")
        assert "Cerys" not in member.reads()
        assert faults(member.page) == []
        fill_in(member.page, {CONFLICT: "No, nothing ties me to this case"})
        press(member.page, "Send")
        assert "I told the housing office as well." in member.reads()


def reviews(stage):
    """In the case that came out of the appeal: a chair, a meeting on the last lawful day, and it is held."""
    stage.days_ago(-8)
    lawful = find_chair(stage)
    # Ten working days after Thursday 17 December, without Christmas Day, Monday 28 December and New Year's Day
    assert lawful == date(2027, 1, 5)
    arrange(stage, lawful)
    stage.days_ago((TODAY - lawful).days, 14)
    present = {f"present_{body.pk}": "Came" for body in stage.record().relevant_bodies}
    sitting = {"chair_came": "yes", "conflicts": "none", "confidentiality": "yes", "came_1": "came"}
    stage.do("hold_review", **present, **sitting, silent_1="on", without="All the others came.")


def test_from_a_refusal_to_the_review_by_way_of_the_panel(appealed, worker, clock, mailbox, the_post_goes):
    reference = appealed.case.reference
    clerk, chair, cora = worker("col.baker"), worker("pia.moss"), worker("cora.wren")
    desk = f"{clerk.site}/panel/desk/{reference}/"
    composes(clerk, worker, desk, reference)
    clerk.page.goto(desk)
    clerk.takes("Arrange the hearing", HEARING)
    assert faults(clerk.page) == []
    the_post_goes()
    invited = letters_to(mailbox, "cerys.lamb@example.org")[-1]
    assert "Day: Thursday 17 December 2026" in invited
    assert "Committee room 2, Durham" in invited

    clock(2026, 12, 17, 13)
    clerk.signs_in()
    clerk.page.goto(desk)
    clerk.takes("Record that the hearing was held", CAME)
    chair.signs_in()
    chair.page.goto(f"{chair.site}/panel/appeals/{reference}/")
    chair.takes("Decide the appeal", DECISION)
    assert faults(chair.page) == []
    the_post_goes()
    outcome = letters_to(mailbox, "cerys.lamb@example.org")[-1]
    assert "The panel upheld the appeal and asks for further action." in outcome
    assert "The housing office was never asked what it holds." in outcome

    assert run_job("linked cases", open_linked_cases) == 1
    with acting(SYSTEM):
        appealed.case = Case.objects.get(follows=appealed.case)
    cora.signs_in()
    cora.opens(appealed.case.reference)
    assert reference in cora.reads()  # it came out of that one
    proposed = {"What is proposed?": "The threshold is met", "Reasons, for the bodies to read": "Three now."}
    cora.takes("Propose a decision", proposed)
    cora.takes("Decide the threshold", deciding(PROBLEM, "The threshold is met", "Three reports count."))
    reviews(appealed)
    assert status(appealed.record()) == "reviewed"

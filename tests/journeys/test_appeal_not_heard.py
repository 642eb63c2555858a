"""From the last action to the letter that there will be no hearing: an appeal that came a day late and was admitted."""

from datetime import date
from types import SimpleNamespace

import pytest

from casereview.cases.way_in import code_of
from demo.stories.plans import tell_plan_completed
from tests.journeys.steps.pages import press
from tests.journeys.steps.panel import declares, takes_on
from tests.journeys.steps.post import letters_to
from tests.journeys.told import Enough, Stopped

pytestmark = pytest.mark.django_db(transaction=True)
GRACE = "grace.pell@example.org"
WHY = "Nobody at the meeting asked the landlord about the letters I wrote in the summer."
LATE = "I was in hospital until this morning."
REASONS = "The landlord’s letters were in the papers, and the meeting looked at each of them."


@pytest.fixture
def reviewed(place, clock):
    """On Friday 15 January 2027: the review was held, its actions are done, and Grace says that it has stopped."""
    clock(2027, 1, 15)
    stage = Stopped("plan_completed", date(2027, 1, 20), before="complete_plan")
    with pytest.raises(Enough):
        tell_plan_completed(stage)
    return SimpleNamespace(reference=stage.case.reference, code=code_of(stage.applicant))


def test_a_late_appeal_is_admitted_and_not_heard(reviewed, resident, worker, mailbox, the_post_goes, clock):
    it = SimpleNamespace(
        **vars(reviewed),
        grace=resident,
        worker=worker,
        clock=clock,
        the_post_goes=the_post_goes,
        last_letter=lambda: letters_to(mailbox, GRACE)[-1],
    )
    plan_is_completed(it)
    appeals_a_day_late(it)
    is_taken_on(it)
    is_admitted_and_not_heard(it)
    reads_why(it)


def plan_is_completed(it):
    """Friday 15 January: Cora completes it; from that letter Grace has fourteen days."""
    cora = it.worker("cora.wren")
    cora.signs_in()
    cora.opens(it.reference)
    cora.takes("Complete the plan", {"What was done, for the applicant to read": "Both did what they said."})
    it.the_post_goes()
    assert "Friday 29 January 2027" in it.last_letter()


def appeals_a_day_late(it):
    """Saturday 30 January, the fifteenth day: Grace is asked why it is late, and it is taken."""
    it.clock(2027, 1, 30)
    it.grace.comes_in(it.reference, it.code)
    assert "Open 7 older letters" in it.grace.reads()  # so that the appeal stands near them
    it.grace.writes_an_appeal({"Why do you disagree?": WHY, "Why is it late?": LATE})
    assert LATE in it.grace.reads()
    press(it.grace.page, "Send your appeal")
    assert (
        "It reached us on Saturday 30 January 2027. That was after the last day to appeal."
        in it.grace.reads()
    )
    it.the_post_goes()
    assert "It came after the last day to appeal. We have taken it all the same." in it.last_letter()


def is_taken_on(it):
    """Monday 1 February: it has waited two days at the desk, marked late."""
    it.clock(2027, 2, 1)
    col = it.worker("col.baker")
    col.signs_in()
    assert "2 days Late" in col.reads()
    takes_on(col, it.reference, "Pia Moss", date(2027, 4, 30))


def is_admitted_and_not_heard(it):
    """The chair of the panel reads nothing before she has declared; she admits it, and decides against a hearing."""
    pia = it.worker("pia.moss")
    declares(pia, it.reference)
    assert LATE in pia.reads()
    words = "The reasons, in words for whoever appeals"
    admitted = {"Is the late appeal admitted?": "Yes, it is admitted", words: "She was in hospital."}
    pia.takes("Decide whether a late appeal is admitted", admitted)
    decided = {"Will there be a hearing?": "No, there will be no hearing", words: REASONS}
    pia.begins("Decide whether there will be a hearing", decided)
    assert "There will be no hearing of your appeal." in pia.reads()  # the letter, before it goes
    assert (
        "filled in when it goes" in pia.reads()
    )  # she is not told how Grace is reached: nor that she cannot be
    assert "no way is safe now" not in pia.reads()
    pia.agrees()
    it.the_post_goes()


def reads_why(it):
    """Grace, in a letter and on her page."""
    letter = it.last_letter()
    assert "There will be no hearing of your appeal." in letter
    assert "on Monday 1 February 2027" in letter
    assert REASONS in letter
    assert "ask the Housing Ombudsman" in letter  # Grace rents from a housing association
    assert "Local Government" not in letter  # and a commissioner led the review
    it.grace.comes_in(it.reference, it.code)
    assert "There will be no hearing of your appeal." in it.grace.reads()

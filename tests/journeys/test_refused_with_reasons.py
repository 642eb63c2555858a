"""A request that is refused: the letter gives the reasons and the last day to appeal. And one that must not be."""

from datetime import date

import pytest

from demo.casework import up_to_views
from demo.stage import Stage, application, incident
from tests.journeys.steps.casework import deciding
from tests.journeys.steps.post import letters_to

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 12, 10)  # a Thursday
PROBLEM = "Bins are left in the lane and set alight"
REASONS = "Two reports could be counted and three are needed. The council came after each and moved the bins."


def on_the_eve(name, *days_ago):
    """A case up to the bodies' views, with a report to the council a day after each of these times."""
    stage = Stage(name, TODAY)
    stage.days_ago(14)
    told = [incident(stage, days, "Bin on fire", [("council", days - 1)]) for days in days_ago]
    stage.apply(
        application(stage, name=name, place="Back Mary Street, Crook", problem=PROBLEM, incidents=told)
    )
    up_to_views(stage)
    return stage.case.reference


@pytest.fixture
def cora(worker, clock):
    """The co-ordinator, on that Thursday."""
    clock(2026, 12, 10)
    return worker("cora.wren")


def test_a_refusal_gives_reasons_and_the_last_day_to_appeal(cora, mailbox, the_post_goes):
    reference = on_the_eve("Lee Carr", 60, 20)
    cora.signs_in()
    cora.opens(reference)
    cora.begins("Decide the threshold", deciding(PROBLEM, "The threshold is not met", REASONS))
    assert "There will be no case review this time." in cora.reads()
    cora.agrees()
    the_post_goes()
    letter = letters_to(mailbox, "lee.carr@example.org")[-1]
    assert REASONS in letter
    # Told by e-mail on Thursday 10 December, so told that day; 14 days on is Christmas Eve, and 14 days are not
    # working days.
    assert "The last day to appeal is Thursday 24 December 2026." in letter


def test_where_the_act_says_met_not_met_is_refused_with_the_reason(cora, mailbox):
    reference = on_the_eve("Amy Dodd", 60, 40, 20)
    cora.signs_in()
    cora.opens(reference)
    cora.begins("Decide the threshold", {})
    decision = cora.page.get_by_role("group", name="What is decided?")
    assert decision.get_by_label("The threshold is met").count() == 1
    assert decision.get_by_label("The threshold is not met").count() == 0
    assert "Section 104(4)" in decision.inner_text()

    decision.get_by_role("radio").evaluate("box => { box.value = 'not_met' }")  # a page kept from before, say
    cora.goes_on(deciding(PROBLEM, "The threshold is met", REASONS))
    assert "Three qualifying complaints have been made about this behaviour." in decision.inner_text()
    assert cora.page.locator(".govuk-error-summary").count() == 1
    assert not [
        letter for letter in letters_to(mailbox, "amy.dodd@example.org") if "no case review" in letter
    ]

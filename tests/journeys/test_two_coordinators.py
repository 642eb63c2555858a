"""Two co-ordinators with the same form before them: one is first, the other is told so and has lost no word."""

from datetime import date

import pytest

from demo.casework import reach_out
from demo.stage import Stage, application, incident

pytestmark = pytest.mark.django_db(transaction=True)
NOT_YET = {
    "What is proposed?": "The threshold is not met",
    "Reasons, for the bodies to read": "One report so far.",
}
MET = {
    "What is proposed?": "The threshold is met",
    "Reasons, for the bodies to read": "It has gone on since May.",
}


def with_the_bodies():
    """A case that has gone to the bodies."""
    stage = Stage("two at once", date(2026, 12, 4))
    stage.days_ago(7)
    told = [incident(stage, 30, "Shouting all night", [("council", 29)])]
    stage.apply(application(stage, name="Kim Orr", problem="Shouting, most nights", incidents=told))
    reach_out(stage)
    return stage.case.reference


def test_the_second_sees_what_the_first_did_and_keeps_what_they_typed(place, worker):
    reference = with_the_bodies()
    cora, dev = worker("cora.wren"), worker("dev.patel")
    for each in (cora, dev):
        each.signs_in()
        each.opens(reference)
        each.follows("Propose a decision")

    cora.goes_on(NOT_YET)
    cora.agrees()
    assert "Recorded: Propose a decision" in cora.reads()

    dev.goes_on(MET)
    dev.agrees()
    assert "Somebody was quicker" in dev.reads()
    assert "Cora Wren" in dev.reads()
    reasons = dev.page.get_by_label("Reasons, for the bodies to read")
    assert reasons.input_value() == "It has gone on since May."
    assert dev.page.get_by_label("The threshold is met").is_checked()

    dev.goes_on({})  # having read that, he sends it all the same
    dev.agrees()
    assert "Recorded: Propose a decision" in dev.reads()

"""Pages that no address opens: where a co-ordinator’s buttons lead. Accessible on phone and desk as the others."""

from datetime import date

import pytest

from demo.casework import up_to_views
from demo.stage import Stage, application, incident
from tests.journeys.steps.casework import deciding
from tests.journeys.steps.pages import press
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)
PROBLEM = "Bins are set alight"


@pytest.fixture
def reference(place):
    """A case that waits for its decision."""
    stage = Stage("buttons", date(2026, 12, 4))
    stage.days_ago(14)
    told = [incident(stage, 30, "Bin on fire", [("council", 29)])]
    stage.apply(application(stage, name="Lee Carr", problem=PROBLEM, incidents=told))
    up_to_views(stage)
    return stage.case.reference


def test_no_page_after_a_button_has_a_fault(reference, place, worker):
    cora = worker("cora.wren")
    cora.signs_in()
    page = cora.page

    page.goto(place.url + "/work/?show=all")
    page.get_by_label(f"Choose {reference}").check()
    press(page, "Reassign the chosen cases")
    assert "Reassign cases" in cora.reads()
    found = faults(page)

    cora.opens(reference)
    cora.begins("Decide the threshold", {})
    assert "There is a problem" in cora.reads()
    found += faults(page)
    cora.goes_on(deciding(PROBLEM, "The threshold is not met", "One report could be counted."))
    assert "There will be no case review this time." in cora.reads()
    found += faults(page)

    page.goto(place.url + "/work/key-in/durham/")
    press(page, "Receive the application")
    assert "There is a problem" in cora.reads()
    found += faults(page)
    assert found == []

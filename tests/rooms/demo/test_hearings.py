"""The stories of a hearing end where they say, whichever day the demo is set up."""

from datetime import date

import pytest

from casereview.cases.models import Case, Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo.place import build
from demo.stories import hearings
from demo.tell import tell

DAYS = (date(2026, 11, 20), date(2027, 1, 4))  # the second looks back over Christmas
ENDS = {
    "hearing_to_come": ["hearing_set"],
    "heard_and_waiting": ["hearing_held"],
    "refusal_upheld_on_appeal": ["appeal_decided", "deciding"],
    "appeal_not_upheld": ["closed"],
    "review_ordered_on_appeal": ["appeal_decided", "met"],
}


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS, ids=str)
@pytest.mark.parametrize("name", ENDS)
def test_a_story_ends_where_it_says(name, today, time_machine):
    time_machine.move_to(today)
    build()
    stage = tell(name, getattr(hearings, f"tell_{name}"), today)
    with acting(SYSTEM):
        cases = Case.objects.order_by("opened_at")
        assert [Summary.objects.get(case=case).status for case in cases] == ENDS[name]
        assert stage.case == cases.last()

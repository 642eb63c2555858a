"""The stories of a plan end where they say, whichever day the demo is set up, Christmas included."""

from datetime import date

import pytest

from casereview.cases.models import Summary
from casereview.cases.plan import progress
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo.place import build
from demo.stories import plans
from demo.tell import tell

DAYS = (date(2026, 11, 20), date(2027, 1, 4))  # the second looks back over Christmas


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_one_action_is_overdue_and_nobody_said_why(today):
    build()
    stage = tell("plan_with_an_overdue_action", plans.tell_plan_with_an_overdue_action, today)
    stage.days_ago(0, 12)
    record = stage.record()
    assert [(each.status, each.days_late(today)) for each in progress(record)] == [
        ("done", 0),
        ("agreed", 3),
        ("under_way", 0),
    ]
    with acting(SYSTEM):
        assert Summary.objects.get(case=stage.case).status == "plan_sent"


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_a_completed_plan_has_its_last_day_to_appeal_ahead(today):
    build()
    stage = tell("plan_completed", plans.tell_plan_completed, today)
    [run] = [run for run in stage.record().deadlines if run.clock == "appeal"]
    assert (run.due - today).days == 9  # told five days ago by e-mail, and 14 days are given


@pytest.mark.django_db
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_one_action_is_blocked_and_a_school_has_to_be_written_to(today):
    build()
    stage = tell("plan_blocked_with_a_recommendation", plans.tell_plan_blocked_with_a_recommendation, today)
    record = stage.record()
    assert [each.status for each in progress(record)] == ["blocked", "late"]
    assert "Northfield School" in record.said(record.latest("task_added"), "what")

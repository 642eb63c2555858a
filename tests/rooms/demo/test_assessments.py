"""The stories in which risk and harm are assessed end where they say; the points are added up by hand."""

import pytest
from django.utils import timezone

from casereview.cases.assessed import assessments, unassessed
from casereview.cases.risk import risk_of
from demo.place import build
from demo.stories import meetings, threshold_met
from demo.tell import tell


@pytest.fixture
def told(db):
    """A call tells a story as of today."""

    def told(story):
        build()
        return tell(story.__name__, story, timezone.localdate()).record()

    return told


def test_hate_and_threats_are_a_high_risk(told):
    # 2 + 3 + 2 + 2 + 3 + 1 + 3, and one that is not known.
    record = told(threshold_met.tell_hate_at_the_bus_stop)
    [made] = assessments(record)
    assert (made.fact.codes["points"], made.level, made.fact.codes["not_known"]) == (16, "high", 1)


def test_it_is_assessed_again_for_the_meeting_and_set_higher(told):
    # 2 + 1 + 1 + 2 + 1 + 2 + 1, then 3 + 1 + 3 + 2 + 2 + 2 + 2.
    record = told(meetings.tell_statement_read_out)
    first, second = assessments(record)
    assert [each.fact.codes["points"] for each in (first, second)] == [10, 15]
    assert (first.level, second.level, second.override) == ("medium", "medium", "high")
    assert (risk_of(record), unassessed(record)) == ("high", [])


def test_where_nobody_assessed_it_for_the_meeting_that_is_open(told):
    assert unassessed(told(meetings.tell_meeting_on_the_last_lawful_day)) == ["meeting"]

"""The demo's stories can be told, end where they say, and may be told again."""

from datetime import date

import pytest

from casereview.cases.models import Case, Fact, Summary
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from demo.place import build
from demo.tell import all_stories, tell

STORIES = dict(all_stories())
TODAY = date(2026, 11, 20)


def test_there_are_at_least_25_and_each_says_what_it_is_about():
    assert len(STORIES) >= 25
    assert all((story.__doc__ or "").strip() for story in STORIES.values())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("banging_at_night", "threshold_met"),
        ("refused_and_over", "case_closed"),
        ("withdrawn", "application_withdrawn"),
        ("arrived_last_night", "application_received"),
        ("statement_read_out", "review_held"),
        ("appeal_in_time", "appeal_contact_made"),
        ("appeal_too_late", "appeal_referred"),
        ("appeal_not_heard", "appeal_not_qualified"),
        ("appeal_on_the_phone", "appeal_received"),
        ("appeal_to_a_clerk_who_had_a_part", "appeal_received"),
    ],
)
def test_a_story_ends_where_it_says_and_may_be_told_again(name, ends):
    build()
    first = tell(name, STORIES[name], TODAY)
    again = tell(name, STORIES[name], TODAY)
    assert again.case == first.case
    with acting(SYSTEM):
        assert Case.objects.count() == 1
        assert Fact.objects.filter(kind=ends).count() == 1


@pytest.mark.django_db
def test_what_was_withdrawn_under_pressure_goes_on_in_a_case_of_its_own():
    build()
    stage = tell("reopened", STORIES["reopened"], TODAY)
    with acting(SYSTEM):
        before, after = Case.objects.order_by("opened_at")
        assert [Summary.objects.get(case=case).status for case in (before, after)] == [
            "closed",
            "with_bodies",
        ]
    assert stage.case == after

"""The tables beyond the four totals, each counted by hand."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casereview.process import STEPS

HELD = {"concluding": True}


def at(month, day, year=2025):
    return date(year, month, day)


def receipt(**routes):
    return {"bodies": [], "receipt": {"routes": [{"name": name, "met": met} for name, met in routes.items()]}}


def test_the_ways_in_are_together_the_applications_made(office):
    for channel in ("web", "web", "phone", "in_person"):
        office.case(("application_received", at(6, 2), {"channel": channel}))
    office.case(("transferred_in", at(6, 2), {"channel": "post"}))
    assert office.table("channels") == {"": {"web": 2, "phone": 1, "in_person": 1, "post": 1}}
    assert office.totals()[0] == 5


def test_a_way_in_by_which_nobody_came_is_nought_and_not_left_out(office):
    (channels,) = [each for each in office.counted().tables if each.code == "channels"]
    assert channels.lines[0].cells == {"web": 0, "email": 0, "phone": 0, "post": 0}


def test_decisions_and_the_route_by_which_each_was_met(office):
    for codes in (
        receipt(individual=True, hate=False),
        receipt(individual=False, hate=True),
        receipt(individual=True, hate=True),
        receipt(individual=None, hate=False),
        receipt(individual=True, community=False),
    ):
        office.case(("threshold_met", at(9, 1), codes))
    office.case(("threshold_not_met", at(9, 1), receipt(individual=True)))
    assert office.table("decisions") == {"met": {"met": 5}}
    assert office.table("routes") == {"": {"individual": 2, "hate": 1, "several": 1, "judged": 1}}


class TestClocks:
    """Ten working days after Monday 5 January 2026 end on Monday 19 January."""

    MET = ("threshold_met", date(2026, 1, 5), {"bodies": []})

    @pytest.mark.parametrize(
        ("then", "went"),
        [
            (("review_held", date(2026, 1, 19), HELD), "in_time"),
            (("review_held", date(2026, 1, 20), HELD), "late"),
            (("case_closed", date(2026, 1, 19), {"reason": "withdrawn"}), "ended"),
            (("case_closed", date(2026, 1, 20), {"reason": "withdrawn"}), "late"),
            (("partnership_liaised", date(2026, 1, 6), {}), "late"),  # still not held, and it is April
        ],
    )
    def test_a_review_is_in_time_late_or_not_needed_any_more(self, office, then, went):
        office.case(self.MET, then)
        assert office.table("timeliness")["review"] == {went: 1}

    @pytest.mark.parametrize(
        ("met", "went"),
        [(date(2026, 3, 24), "late"), (date(2026, 3, 25), "open"), (date(2026, 3, 27), "open")],
    )
    def test_what_is_not_due_yet_is_open(self, office, met, went):
        """Good Friday and Easter Monday lie between; counted on Friday 10 April: 24 March is due on the 9th."""
        office.case(("threshold_met", met, {"bodies": []}))
        assert office.table("timeliness")["review"] == {went: 1}

    def test_a_clock_counts_in_the_period_in_which_it_began(self, office):
        office.case(("threshold_met", date(2025, 3, 31), {"bodies": []}), ("review_held", at(4, 3), HELD))
        assert "review" not in office.table("timeliness")

    def test_what_runs_against_the_applicant_is_no_figure(self, office):
        office.case(("review_held", at(9, 1), HELD))
        assert office.table("timeliness") == {"plan_draft": {"late": 1}, "plan": {"late": 1}}

    def test_where_nothing_is_promised_the_days_are_measured(self, office):
        for days in (1, 4, 11):
            office.case(
                ("application_received", at(6, 2), {"channel": "web"}),
                ("contact_made", date(2025, 6, 2 + days), {}),
            )
        assert office.medians()["contact"] == 4
        office.case(("application_received", at(6, 2), {}), ("contact_made", at(6, 9), {}))
        assert office.medians()["contact"] == 5.5  # 1, 4, 7 and 11 days
        office.case(("application_received", at(6, 2), {}))
        assert office.table("durations")["contact"] == {"done": 4, "open": 1}
        assert office.medians()["contact"] == 5.5


def asked(office, body, day):
    return ("information_requested", day, {"body": office.bodies[body]})


def answered(office, body, day, returned):
    return ("return_received", day, {"body": office.bodies[body], "returned": returned})


def test_what_each_body_answered(office):
    """Five working days after Monday 1 September 2025 end on Monday the 8th."""
    on = at(9, 1)
    office.case(
        asked(office, "council", on),
        asked(office, "police", on),
        asked(office, "homes", on),
        answered(office, "council", at(9, 8), "answered"),
        answered(office, "police", at(9, 9), "part"),
    )
    office.case(
        asked(office, "council", on),
        asked(office, "police", on),
        answered(office, "council", at(9, 9), "nil"),
        answered(office, "police", at(9, 3), "withheld"),
        ("review_held", at(9, 10), HELD),
    )
    assert office.table("responses") == {
        "council": {"answered": 1, "nil": 1},
        "police": {"answered_late": 1, "withheld": 1},
        "homes": {"no_answer": 1},
    }
    assert "return" not in office.table("timeliness")  # the same numbers are not published twice


def test_a_body_that_answers_again_is_counted_by_what_holds(office):
    case = office.case(asked(office, "council", at(9, 1)), answered(office, "council", at(9, 2), "nil"))
    first = office.first(case, "return_received")
    _kind, day, codes = answered(office, "council", at(9, 2), "answered")
    office.fact(case, "return_received", day, codes, corrects=first)
    assert office.table("responses") == {"council": {"answered": 1}}


def test_appeals_and_how_they_ended(office):
    office.case(
        ("appeal_received", at(10, 1), {}),
        ("appeal_qualified", at(10, 8), {}),
        ("hearing_held", at(11, 5), {}),
        ("appeal_decided", at(11, 5), {"outcome": "not_upheld"}),
    )
    office.case(("appeal_received", at(10, 1), {}), ("appeal_not_qualified", at(10, 9), {}))
    assert office.table("appeals") == {
        "appeal_received": {"appeal_received": 2},
        "appeal_withdrawn": {},
        "hearing_held": {"hearing_held": 1},
    }
    assert office.table("qualified") == {"": {"appeal_qualified": 1, "appeal_not_qualified": 1}}
    assert office.table("outcomes") == {"": {"not_upheld": 1}}


def test_applications_that_ended_early(office):
    office.case(("application_received", at(5, 1), {}), ("application_withdrawn", at(5, 9), {}))
    office.case(
        ("application_received", at(5, 1), {}), ("transferred_out", at(5, 9), {"arrived": "2025-05-01"})
    )
    assert office.table("endings") == {
        "application_withdrawn": {"application_withdrawn": 1},
        "transferred_out": {"transferred_out": 1},
    }


def test_counting_takes_as_many_queries_whatever_there_is(office):
    office.counted()  # what is read once a process is read now
    assert asked_of_database(office) == QUERIES
    for _case in range(3):
        office.case(("application_received", at(6, 2), {"channel": "web"}), asked(office, "police", at(6, 3)))
    assert asked_of_database(office) == QUERIES


QUERIES = 12
ROLES = re.compile("set_config|SET LOCAL ROLE")  # who asks, and as what


def asked_of_database(office):
    with CaptureQueriesContext(connection) as asked:
        office.counted()
    return len([each for each in asked if not ROLES.search(each["sql"])])


@pytest.mark.parametrize(
    "kind",
    [
        *("application_received", "transferred_in", "application_withdrawn", "transferred_out"),
        *("threshold_met", "threshold_not_met", "review_held", "recommendation_made"),
        *("information_requested", "return_received"),
        *("appeal_received", "appeal_withdrawn", "appeal_qualified", "appeal_not_qualified"),
        *("hearing_held", "appeal_decided"),
    ],
)
def test_what_is_counted_is_what_steps_record(kind):
    assert any(kind in step.records for step in STEPS.values())

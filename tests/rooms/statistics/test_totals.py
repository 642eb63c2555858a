"""The four statutory totals: each counts its own events by their own day, and nothing else."""

from datetime import date

import pytest

from casereview.statistics.periods import Period
from tests.rooms.statistics.conftest import Office

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)
BEFORE, AFTER = date(2025, 3, 31), date(2026, 4, 1)
HELD = {"concluding": True}


@pytest.mark.parametrize(("day", "counts"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_an_application_counts_on_the_day_it_arrived(office, day, counts):
    office.case(("application_received", day, {"channel": "post"}))
    assert office.totals() == (counts, 0, 0, 0)


def test_each_total_goes_by_its_own_day(office):
    office.case(
        ("application_received", date(2025, 3, 20), {"channel": "web"}),  # in the period before
        ("threshold_met", date(2025, 4, 2), {"bodies": []}),
        ("review_held", date(2026, 3, 30), HELD),
        ("recommendation_made", date(2026, 4, 1), {"number": 1}),  # in the period after
    )
    office.case(
        ("application_received", date(2026, 3, 1), {"channel": "web"}),
        ("threshold_not_met", date(2026, 3, 31), {"bodies": []}),
    )
    assert office.totals() == (1, 1, 1, 0)
    assert office.totals(Period(date(2026, 4, 1), date(2027, 3, 31))) == (0, 0, 0, 1)


def test_a_duplicate_that_was_joined_still_counts_and_so_does_its_own_decision(office):
    for other in ("AAA-1111", "BBB-2222"):
        office.case(
            ("application_received", date(2025, 6, 2), {"channel": "web"}),
            ("joined_with", date(2025, 6, 3), {"other": other}),
            ("threshold_not_met", date(2025, 6, 9), {"bodies": []}),
        )
    assert office.totals() == (2, 2, 0, 0)


def test_what_was_passed_on_to_us_counts_on_the_day_it_first_arrived_anywhere(office):
    darlington = Office("darlington", "Darlington")
    there = office.case(
        ("application_received", date(2026, 3, 30), {"channel": "phone"}),
        ("transferred_out", date(2026, 4, 2), {"area": "darlington", "arrived": "2026-03-30"}),
    )
    darlington.case(("transferred_in", date(2026, 3, 30), {"channel": "phone"}), follows=there)
    assert darlington.totals() == (1, 0, 0, 0)
    assert office.totals() == (1, 0, 0, 0)  # it was made here too: the decision on figures says why


def test_a_case_that_follows_another_is_no_new_application_but_its_review_and_decision_count(office):
    first = office.case(
        ("application_received", date(2025, 5, 1), {"channel": "web"}),
        ("threshold_not_met", date(2025, 5, 20), {"bodies": []}),
    )
    office.case(
        ("decision_reopened", date(2025, 7, 1)), ("threshold_not_met", date(2025, 7, 9)), follows=first
    )
    office.case(("review_ordered", date(2025, 8, 1)), ("review_held", date(2025, 8, 9), HELD), follows=first)
    assert office.totals() == (1, 2, 1, 0)


def test_an_adjourned_review_counts_once_and_on_the_day_it_ended(office):
    office.case(
        ("application_received", date(2025, 1, 6), {"channel": "web"}),
        ("review_held", date(2025, 3, 28), {"concluding": False}),
        ("meeting_adjourned", date(2025, 3, 28)),
        ("review_held", date(2025, 4, 4), HELD),
    )
    office.case(("review_held", date(2025, 9, 1), {"concluding": False}))  # and never ended
    assert office.totals() == (0, 0, 1, 0)


class TestRecommendations:
    def test_several_of_one_review_count_once_on_the_day_of_the_first(self, office):
        office.case(
            ("review_held", date(2025, 3, 31), HELD),
            ("recommendation_made", date(2025, 3, 31), {"number": 1}),
            ("recommendation_made", date(2025, 4, 1), {"number": 2}),
        )
        assert office.totals() == (0, 0, 0, 0)

    def test_of_two_reviews_both_count(self, office):
        for _review in range(2):
            office.case(("recommendation_made", date(2025, 6, 1), {"number": 1}))
        assert office.totals() == (0, 0, 0, 2)

    def test_one_whose_words_are_changed_was_made_on_its_first_day(self, office):
        case = office.case(("recommendation_made", date(2026, 3, 31), {"number": 1}))
        office.fact(case, "recommendation_made", date(2026, 4, 2), {"number": 1}, corrects=office.first(case))
        assert office.totals() == (0, 0, 0, 1)

    def test_one_that_was_dropped_was_never_made(self, office):
        case = office.case(("recommendation_made", date(2025, 6, 1), {"number": 1}))
        back = {"number": 1, "taken_back": True}
        office.fact(case, "recommendation_made", date(2025, 6, 2), back, corrects=office.first(case))
        assert office.totals() == (0, 0, 0, 0)
        office.fact(case, "recommendation_made", date(2025, 6, 5), {"number": 2})
        assert office.totals() == (0, 0, 0, 1)


class TestCorrections:
    def test_a_day_that_was_corrected_is_the_one_that_counts(self, office):
        case = office.case(("application_received", AFTER, {"channel": "post"}))
        assert office.totals() == (0, 0, 0, 0)
        office.fact(case, "application_received", LAST, {"channel": "post"}, corrects=office.first(case))
        assert office.totals() == (1, 0, 0, 0)

    def test_a_correction_of_a_correction_counts_once(self, office):
        case = office.case(("application_received", FIRST, {"channel": "post"}))
        again = office.fact(
            case, "application_received", BEFORE, {"channel": "post"}, corrects=office.first(case)
        )
        office.fact(case, "application_received", LAST, {"channel": "post"}, corrects=again)
        assert office.totals() == (1, 0, 0, 0)


def test_another_area_is_not_counted(office):
    Office("darlington", "Darlington").case(("application_received", date(2025, 6, 2), {"channel": "web"}))
    assert office.totals() == (0, 0, 0, 0)

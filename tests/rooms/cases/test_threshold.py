"""What the facts of a case say to the threshold: whose answer counts, and what stays unknown."""

from datetime import date

import pytest

from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.cases.threshold import application_of, receipt_of
from tests.rooms.cases.conftest import COORDINATOR


def record_of(taken):
    with acting(COORDINATOR):
        return load(taken.case, COORDINATOR)


@pytest.mark.parametrize(
    ("codes", "hate"),
    [
        ({"hate_motivated": "no"}, ()),
        ({"motivations": ["something_else"]}, ()),
        ({"motivations": ["something_else", "not_sure"]}, None),
        ({"motivations": ["not_sure"]}, None),
        ({"motivations": []}, None),
        ({}, None),
    ],
)
def test_no_answer_about_hate_is_not_a_no(apply, codes, hate):
    assert {incident.hate for incident in application_of(record_of(apply(codes=codes))).incidents} == {hate}


@pytest.mark.parametrize(("said", "found"), [("yes", True), ("no", False), ("not_sure", None), (None, None)])
def test_nobody_overrules_whether_they_feel_ignored(apply, said, found):
    record = record_of(apply(codes={"feels_ignored": said}))
    individual = receipt_of(record, {"feels_ignored": True, "no_or_inadequate_response": True}).routes[0]
    assert {each.code: each.finding for each in individual.judged} == {
        "no_or_inadequate_response": True,
        "feels_ignored": found,
    }


def test_two_reports_of_one_incident_count_once_on_the_route_and_both_ways_under_the_statute(apply):
    receipt = receipt_of(record_of(apply()))
    assert (receipt.routes[0].found, receipt.statute.found, receipt.statute.found_unmerged) == (1, 1, 2)


def test_windows_run_from_the_day_the_application_was_received(apply):
    assert application_of(record_of(apply(on=date(2026, 11, 18)))).received == date(2026, 11, 18)

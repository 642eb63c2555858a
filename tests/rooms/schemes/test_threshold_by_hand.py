"""What the rules are measured beside does as they do, or the measure would be none."""

from datetime import date

from hypothesis import given

from bench.by_hand.answers import answers
from bench.by_hand.receipts import receipt
from casereview.schemes.load import by_name
from casereview.schemes.threshold import assess
from tests.rooms.schemes.applications import applications

DURHAM = by_name("durham", date(2026, 11, 20))


@given(applications())
def test_the_loop_written_by_hand_answers_as_the_rules_do(application):
    found = assess(DURHAM, application)
    assert answers(application) == [*(route.met for route in found.routes), found.statute.met]


@given(applications())
def test_the_loop_that_says_why_gives_the_same_receipt(application):
    assert receipt(application, DURHAM.starts) == assess(DURHAM, application)

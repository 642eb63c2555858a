"""What the rules are measured beside answers as they do, or the measure would be none."""

from datetime import date

from hypothesis import given

from bench.by_hand import answers
from casereview.schemes.load import by_name
from casereview.schemes.threshold import assess
from tests.rooms.schemes.applications import applications

DURHAM = by_name("durham", date(2026, 11, 20))


@given(applications())
def test_the_loop_written_by_hand_answers_as_the_rules_do(application):
    receipt = assess(DURHAM, application)
    assert answers(application) == [*(route.met for route in receipt.routes), receipt.statute.met]

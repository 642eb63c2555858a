"""What a route says of its reports has one set of words, whether asked, read as a rule or as a reading of ours."""

from typing import get_args, get_type_hints

import pytest

from casereview.schemes.model import Counted, Minimum, Reading, Route
from casereview.wording.readings import reading_sentence
from casereview.wording.route_terms import COUNTS, LINKED_BY, WHOSE
from casereview.wording.routes import minimum_words


def codes_of(field):
    """The values of the language, without None."""
    return {
        code
        for part in get_args(get_type_hints(Route)[field])
        for code in (get_args(part) or [part])
        if isinstance(code, str)
    }


def test_every_code_has_its_words_and_no_words_are_left_over():
    assert set(COUNTS) == set(get_args(Counted))
    assert set(WHOSE) == codes_of("whose")
    assert set(LINKED_BY) == codes_of("linked_by")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("route.one.whose", "anyone", "Whose reports add up (route.one.whose): Anybody’s. So we read it."),
        (
            "route.one.counts",
            "dates",
            "What is counted (route.one.counts): Different days on which something happened. So we read it.",
        ),
        (
            "route.one.linked_by",
            "culprit",
            "What joins them (route.one.linked_by): The same person or people. So we read it.",
        ),
    ],
)
def test_a_reading_of_ours_is_said_in_the_words_of_the_question(path, value, said):
    assert reading_sentence(Reading(path, value, "So we read it")) == said


@pytest.mark.parametrize(
    ("counts", "one", "three"),
    [
        ("incidents", "1 incident that was reported", "3 separate incidents that were reported"),
        ("reports", "1 report", "3 reports"),
        ("people", "1 person who made a report", "3 different people who made reports"),
        ("households", "1 household that made a report", "3 households that made reports"),
        ("groups", "1 group that made a report", "3 groups that made reports"),
        ("dates", "1 day with an incident", "3 different days with an incident"),
    ],
)
def test_a_number_of_them_is_said_as_one_or_many(counts, one, three):
    assert (minimum_words(Minimum(counts, 1)), minimum_words(Minimum(counts, 3))) == (one, three)

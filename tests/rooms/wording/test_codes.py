"""Every code that a scheme or a receipt may hold has words, and no words are left over."""

import re

import pytest
from django.utils.translation import override

from casereview.clocks.length import Length
from casereview.schemes import vocabulary
from casereview.schemes.model import BODY_KINDS, HATE_MOTIVATIONS
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.wording import bodies, codes, hate, people, routes, threshold
from casereview.wording.own import said
from tests.rooms.schemes.small import TEXT, scheme


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (vocabulary.JUDGED, codes.JUDGED),
        (vocabulary.GROUNDS, codes.GROUNDS),
        (vocabulary.OUTCOMES, codes.OUTCOMES),
        (vocabulary.CONSIDERATIONS, codes.CONSIDERATIONS),
        (vocabulary.CHANNELS, codes.CHANNELS),
        (vocabulary.MEETING_PARTS, codes.MEETING_PARTS),
        (vocabulary.MEETING_WORK, codes.MEETING_WORK),
        (vocabulary.MEETING_AGENDA, codes.MEETING_AGENDA),
        (HATE_MOTIVATIONS, hate.HATE),
        (BODY_KINDS, bodies.BODY_KINDS),
        (BODY_KINDS, bodies.BODY_KINDS_STAFF),
        (DISCOUNTS, threshold.NOT_COUNTED),
        (NEEDS, threshold.MISSING),
        (people.PUBLIC, people.STAFF),
    ],
)
def test_codes_and_words_are_the_same(known, words):
    assert set(known) == set(words)


def test_a_receipt_is_said_without_blame():
    assert threshold.discount_sentence("same_incident") == (
        "We did not count this because the same incident is counted already."
    )
    assert threshold.unknown_sentence("to") == (
        "To know whether this counts, we need which organisation you told."
    )
    assert (
        threshold.count_sentence(told=4, found=2, needs=3)
        == "You told us about four reports. Two could be counted; three are needed."
    )


def test_staff_read_a_receipt_in_the_third_person_and_their_own_terms():
    assert threshold.unknown_sentence("to", "staff") == "To know whether it counts: which body was told."
    assert threshold.discount_sentence("after_receipt", "staff") == (
        "Not counted, because it is dated after the day on which the application was received."
    )
    assert threshold.count_sentence(1, 3, 5, "staff", confirmed=2) == (
        "The applicant told us about one report. Bodies confirm two reports by others."
        " Three could be counted; five are needed."
    )
    assert threshold.count_sentence(4, 2, 3, "staff") == (
        "The applicant told us about four reports. Two could be counted; three are needed."
    )


SPOKEN_TO = re.compile(r"\b(you|your|organisations?|request)\b", re.IGNORECASE)


@pytest.mark.parametrize("rule", DISCOUNTS)
def test_no_discount_speaks_to_staff_as_to_the_applicant(rule):
    assert not SPOKEN_TO.search(threshold.discount_sentence(rule, "staff"))


@pytest.mark.parametrize("needs", NEEDS)
def test_nothing_missing_is_asked_of_staff_as_of_the_applicant(needs):
    assert not SPOKEN_TO.search(threshold.unknown_sentence(needs, "staff"))


def test_an_area_s_words_are_read_in_the_language_of_the_reader():
    words = {"en": "the council", "cy": "y cyngor"}
    assert said(words) == "the council"
    with override("cy"):
        assert (said(words), said("one text"), said(None)) == ("y cyngor", "one text", "")
    assert said({"cy": "y cyngor"}) == "y cyngor"


def test_a_route_is_said_from_its_rules():
    body = (
        'whose = "household"\nlinked_by = "location"\ndifferent_dates = true\n'
        'report_within = { months = 1 }\nsource = "first point"'
    )
    found = scheme(TEXT.replace('source = "first point"', body))
    assert routes.route_sentences(found, found.routes[0]) == [
        "At least 3 separate incidents that were reported.",
        "Each report was made in the 6 months up to the day of the request, counting both the first and the last day.",
        "A report counts if it was made within 1 month of the incident.",
        "The incidents must be on different dates.",
        "A report counts if it was made to the council or the police.",
        "All of them must be about the same place.",
        "The reports of one household count together.",
        "And the person affected feels ignored (the person affected says this, and nobody overrules it).",
    ]
    assert routes.route_title(found.routes[0]) == "At least 3 separate incidents that were reported."
    assert found.routes[0].report_within.length == Length(1, "months")

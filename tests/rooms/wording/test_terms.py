"""The terms of a scheme as sentences: what a page says of its meeting, and nothing that it does not say."""

from casereview.wording.scheme import whole
from casereview.wording.terms import meeting_sentences
from tests.rooms.schemes.small import TEXT, scheme


def test_a_quorum_is_a_sentence_and_none_is_no_sentence():
    told = scheme(f'{TEXT}\n[meeting]\nchair = "independent"\nquorum = 3\nsource = "p"\n')
    assert "At least this many organisations must be at the meeting: 3." in list(
        meeting_sentences(told, told.meeting)
    )
    silent = scheme(f'{TEXT}\n[meeting]\nchair = "independent"\nsource = "p"\n')
    assert len(list(meeting_sentences(silent, silent.meeting))) == 1


HATE = '\n[[route]]\nname = "hate"\ncounts = "reports"\nat_least = 1\nhate_only = true\nsource = "p"\n'


def headings(text):
    return [section.topic for section in whole(scheme(text))]


def test_motivations_of_hate_are_listed_only_where_the_rules_speak_of_hate():
    assert "Motivations of hate" not in headings(TEXT)
    assert "Motivations of hate" in headings(TEXT + HATE)
    assert "Motivations of hate" in headings(f'{TEXT}\n[hate]\nmotivations = ["age"]\nsource = "p"\n')
    among_others = TEXT.replace(
        "at_least = 3\n", 'at_least = 2\nalso = [{ counts = "reports", at_least = 1, hate = true }]\n'
    )
    assert "Motivations of hate" in headings(among_others)


def test_an_event_that_is_our_reading_is_said_in_words():
    read = TEXT.replace(
        'starts = "threshold_met"', 'starts = { value = "threshold_met", stated = false, why = "It fits." }'
    )
    told = [line for section in whole(scheme(read)) for line in section.lines]
    assert "From when (clock.review.starts): The threshold is decided to be met. It fits." in told

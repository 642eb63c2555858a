"""The terms of a scheme as sentences: what a page says of its meeting, and nothing that it does not say."""

from casereview.wording.terms import meeting_sentences
from tests.rooms.schemes.small import TEXT, scheme


def test_a_quorum_is_a_sentence_and_none_is_no_sentence():
    told = scheme(f'{TEXT}\n[meeting]\nchair = "independent"\nquorum = 3\nsource = "p"\n')
    assert "At least this many organisations must be at the meeting: 3." in list(
        meeting_sentences(told, told.meeting)
    )
    silent = scheme(f'{TEXT}\n[meeting]\nchair = "independent"\nsource = "p"\n')
    assert len(list(meeting_sentences(silent, silent.meeting))) == 1

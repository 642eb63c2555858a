"""Lengths, small numbers and lists in words."""

import pytest

from casereview.clocks.length import Length
from casereview.wording.length import and_list, length_words, number_words, or_list, sentence


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (Length(10, "working_days"), "10 working days"),
        (Length(1, "working_days"), "1 working day"),
        (Length(0, "working_days"), "the same working day"),
        (Length(14, "days"), "14 days"),
        (Length(1, "weeks"), "1 week"),
        (Length(6, "months"), "6 months"),
    ],
)
def test_lengths(length, said):
    assert length_words(length) == said


def test_lists():
    assert [and_list(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert (
        or_list(["the council", "the police", "your landlord"]) == "the council, the police or your landlord"
    )


def test_a_list_of_lists_is_kept_apart():
    assert (
        or_list(["sex", "marriage or civil partnership", "age"])
        == "sex; marriage or civil partnership; or age"
    )


def test_small_numbers_and_sentences():
    assert [number_words(n) for n in (0, 2, 9, 10)] == ["none", "two", "nine", "10"]
    assert [sentence(text) for text in ("it is so", "Is it?")] == ["It is so.", "Is it?"]

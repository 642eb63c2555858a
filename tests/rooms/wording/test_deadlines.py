"""A deadline receipt as a sentence."""

from datetime import date

import pytest
from django.utils.translation import override

from casereview.clocks.calendar import england_and_wales
from casereview.clocks.deadline import backwards, deadline
from casereview.clocks.length import Length
from casereview.wording.deadlines import deadline_words, skipped_words

CALENDAR = england_and_wales()


@pytest.mark.parametrize(
    ("receipt", "words"),
    [
        (
            deadline(date(2026, 12, 18), Length(10, "working_days"), CALENDAR),
            "By Wednesday 6 January 2027: 10 working days after Friday 18 December 2026, leaving out three"
            " weekends, Christmas Day, Monday 28 December (bank holiday for Boxing Day) and New Year’s Day.",
        ),
        (
            deadline(date(2026, 11, 9), Length(1, "working_days"), CALENDAR),
            "By Tuesday 10 November 2026: 1 working day after Monday 9 November 2026.",
        ),
        (
            deadline(date(2026, 12, 18), Length(14, "days"), CALENDAR),
            "By Friday 1 January 2027: 14 days after Friday 18 December 2026.",
        ),
        (
            backwards(date(2027, 1, 5), Length(2, "working_days"), CALENDAR),
            "By Thursday 31 December 2026: 2 working days before Tuesday 5 January 2027, leaving out one"
            " weekend and New Year’s Day.",
        ),
        (
            deadline(date(2026, 12, 19), Length(0, "working_days"), CALENDAR),
            "By Monday 21 December 2026: the same working day, counted from Saturday 19 December 2026,"
            " leaving out one weekend.",
        ),
        (
            deadline(date(2026, 12, 18), None, CALENDAR),
            "No length is promised, so nothing is due. Time counts from Friday 18 December 2026.",
        ),
    ],
)
def test_sentence(receipt, words):
    assert deadline_words(receipt) == words


def test_bank_holidays_have_their_welsh_names():
    with override("cy"):
        assert skipped_words(date(2026, 12, 25), "Christmas Day") == "Dydd Nadolig"
        assert "Gŵyl San Steffan" in skipped_words(date(2026, 12, 28), "Boxing Day (substitute day)")
        assert skipped_words(date(2026, 11, 18), "Fair Day") == "Fair Day"

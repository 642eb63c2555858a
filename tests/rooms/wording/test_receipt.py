"""The receipt of a deadline as the person it concerns reads it."""

from datetime import date

from casereview.clocks.calendar import england_and_wales
from casereview.clocks.deadline import backwards, deadline
from casereview.clocks.length import Length
from casereview.wording.receipt import deadline_sentence, skipped_days

CALENDAR = england_and_wales()
TEN = Length(10, "working_days")


def test_a_review_over_christmas():
    receipt = deadline(date(2026, 12, 18), TEN, CALENDAR)
    assert deadline_sentence("The meeting must be held", "the decision", receipt) == (
        "The meeting must be held by Wednesday 6 January 2027: 10 working days after the decision on"
        " Friday 18 December 2026, leaving out three weekends, Christmas Day, Monday 28 December (bank holiday"
        " for Boxing Day) and New Year’s Day."
    )


def test_every_skipped_day_is_listed():
    days = skipped_days(deadline(date(2026, 12, 18), TEN, CALENDAR))
    assert len(days) == 9  # three weekends and three holidays
    assert days[0] == ("Saturday 19 December 2026", "Saturday")
    assert ("Friday 25 December 2026", "Christmas Day") in days


def test_calendar_days_leave_nothing_out():
    receipt = deadline(date(2027, 2, 2), Length(14, "days"), CALENDAR)
    assert deadline_sentence("The last day to appeal is fixed", "the letter", receipt) == (
        "The last day to appeal is fixed by Tuesday 16 February 2027: 14 days after the letter on"
        " Tuesday 2 February 2027."
    )


def test_counted_back_from_a_meeting():
    receipt = backwards(date(2027, 1, 6), Length(2, "working_days"), CALENDAR)
    assert deadline_sentence("The papers must be sent", "the meeting", receipt) == (
        "The papers must be sent by Monday 4 January 2027: 2 working days before the meeting on"
        " Wednesday 6 January 2027."
    )


def test_no_promise_is_said_with_the_days_so_far():
    receipt = deadline(date(2026, 11, 2), None, CALENDAR)
    said = deadline_sentence("We will decide", "your request", receipt, today=date(2026, 11, 8))
    assert said == "The page does not promise a date. So far it has taken 6 days."
    assert deadline_sentence("We will decide", "your request", receipt) == "The page does not promise a date."

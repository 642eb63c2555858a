"""Situations worked by hand with a wall calendar."""

from datetime import date, timedelta

import pytest

from casereview.clocks.calendar import BeyondHorizon, england_and_wales
from casereview.clocks.deadline import backwards, deadline
from casereview.clocks.holidays import Holiday
from casereview.clocks.length import Length

CALENDAR = england_and_wales()


def working_days(amount):
    return Length(amount, "working_days")


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        # Friday; Christmas and New Year's Day are Fridays, Boxing Day a Saturday given back on Monday 28
        ("2026-12-18", working_days(10), "2027-01-06"),
        # Wednesday before Easter 2027: Good Friday 26 March, Easter Monday 29 March
        ("2027-03-24", working_days(5), "2027-04-02"),
        # a Saturday counts as the Monday's eve: Mon 16 … Fri 20
        ("2026-11-14", working_days(5), "2026-11-20"),
        # Christmas 2027 falls on a weekend: Monday 27 and Tuesday 28 are given back
        ("2027-12-24", working_days(1), "2027-12-29"),
        # across 29 February 2028, a Tuesday
        ("2028-02-28", working_days(2), "2028-03-01"),
        # clocks go forward on 28 March 2027 and back on 25 October 2026: a day is a day
        ("2026-10-23", working_days(1), "2026-10-26"),
        ("2027-03-20", Length(14, "days"), "2027-04-03"),
        ("2026-12-18", Length(14, "days"), "2027-01-01"),  # calendar days end on a bank holiday if they must
        ("2028-02-22", Length(1, "weeks"), "2028-02-29"),
        ("2027-02-22", Length(2, "weeks"), "2027-03-08"),
        ("2027-01-31", Length(1, "months"), "2027-02-28"),
        ("2028-01-31", Length(1, "months"), "2028-02-29"),
        ("2027-08-31", Length(6, "months"), "2028-02-29"),
        ("2026-11-15", Length(2, "months"), "2027-01-15"),
        ("2026-11-15", Length(0, "days"), "2026-11-15"),
        # the same working day: a Friday; a Saturday becomes Monday; Christmas Day becomes Tuesday 29
        ("2026-12-18", working_days(0), "2026-12-18"),
        ("2026-12-19", working_days(0), "2026-12-21"),
        ("2026-12-25", working_days(0), "2026-12-29"),
    ],
)
def test_due(start, length, due):
    assert deadline(date.fromisoformat(start), length, CALENDAR).due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("event", "length", "day"),
    [
        ("2027-01-06", working_days(10), "2026-12-18"),
        ("2027-01-04", working_days(2), "2026-12-30"),  # Monday; New Year's Day is a Friday
        ("2027-01-03", working_days(0), "2026-12-31"),  # a Sunday, after New Year's Day on Friday
        ("2027-03-31", Length(1, "months"), "2027-02-28"),
        ("2027-01-06", Length(14, "days"), "2026-12-23"),
    ],
)
def test_counted_back_from_an_event(event, length, day):
    assert backwards(date.fromisoformat(event), length, CALENDAR).due == date.fromisoformat(day)


def test_the_receipt_accounts_for_every_day_left_out():
    receipt = deadline(date(2026, 12, 18), working_days(10), CALENDAR, "What will happen next?")
    assert receipt.as_json() == {
        "start": "2026-12-18",
        "due": "2027-01-06",
        "length": {"working_days": 10},
        "skipped": [
            {"date": "2026-12-19", "why": "Saturday"},
            {"date": "2026-12-20", "why": "Sunday"},
            {"date": "2026-12-25", "why": "Christmas Day"},
            {"date": "2026-12-26", "why": "Saturday"},
            {"date": "2026-12-27", "why": "Sunday"},
            {"date": "2026-12-28", "why": "Boxing Day (substitute day)"},
            {"date": "2027-01-01", "why": "New Year’s Day"},
            {"date": "2027-01-02", "why": "Saturday"},
            {"date": "2027-01-03", "why": "Sunday"},
        ],
        "source": "What will happen next?",
    }
    assert len(receipt.skipped) + 10 == (receipt.due - receipt.start).days


def test_a_backward_receipt_names_its_days_in_order():
    receipt = backwards(date(2027, 1, 4), working_days(2), CALENDAR)
    assert [day.day for day, _ in receipt.skipped] == [1, 2, 3]


def test_the_same_working_day_names_the_start_when_it_is_none():
    receipt = deadline(date(2026, 12, 19), working_days(0), CALENDAR)
    assert receipt.skipped == ((date(2026, 12, 19), "Saturday"), (date(2026, 12, 20), "Sunday"))


def test_no_length_promised_is_no_date():
    receipt = deadline(date(2026, 12, 18), None, CALENDAR)
    assert receipt.as_json()["due"] is None
    assert receipt.as_json()["length"] is None


@pytest.mark.parametrize("length", [working_days(5), Length(7, "days"), Length(1, "months")])
def test_refuses_what_reaches_past_the_horizon(length):
    assert deadline(date(2028, 11, 28), length, CALENDAR).due <= date(2028, 12, 31)
    with pytest.raises(BeyondHorizon, match="up to 31 December 2028"):
        deadline(date(2028, 12, 28), length, CALENDAR)


def test_the_last_day_inside_the_horizon_is_allowed():
    assert deadline(date(2028, 12, 17), Length(14, "days"), CALENDAR).due == date(2028, 12, 31)
    with pytest.raises(BeyondHorizon):
        deadline(date(2028, 12, 18), Length(14, "days"), CALENDAR)


def test_refuses_what_reaches_back_before_the_table():
    assert backwards(date(2012, 1, 4), working_days(1), CALENDAR).due == date(2012, 1, 3)
    with pytest.raises(BeyondHorizon, match="from 1 January 2012"):
        backwards(date(2012, 1, 3), working_days(1), CALENDAR)


def test_a_negative_length_is_no_length():
    with pytest.raises(ValueError, match="-1"):
        deadline(date(2026, 12, 18), working_days(-1), CALENDAR)


def test_a_local_holiday_is_left_out_by_name():
    fair = Holiday(date(2026, 11, 18), "Fair Day", source="council minute")
    calendar = CALENDAR.with_holidays([fair])
    receipt = deadline(date(2026, 11, 17), working_days(1), calendar)
    assert receipt.due == date(2026, 11, 19)
    assert receipt.skipped == ((date(2026, 11, 18), "Fair Day"),)
    assert deadline(date(2026, 11, 17), working_days(1), CALENDAR).due == date(2026, 11, 18)


def test_a_longer_table_moves_the_horizon():
    new_year = Holiday(date(2029, 1, 1), "New Year’s Day")
    calendar = CALENDAR.with_holidays([new_year], horizon=date(2029, 12, 31))
    assert deadline(date(2028, 12, 29), working_days(1), calendar).due == date(2029, 1, 2)


def test_warns_loudly_below_ninety_days():
    ninety_days_before = date(2028, 12, 31) - timedelta(days=90)
    assert CALENDAR.warning(ninety_days_before) is None
    assert "89 more days" in CALENDAR.warning(ninety_days_before + timedelta(days=1))
    assert "no deadline can be worked out" in CALENDAR.warning(date(2029, 1, 1))

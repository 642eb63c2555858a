"""Dates in three boxes: what people type is understood, and what is not understood says what to do."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override

from casereview.components.forms import ApproximateDate, ApproximateDateField, DateField


class Form(forms.Form):
    when = DateField(label="When did it happen?", not_future=True)


class Vague(forms.Form):
    when = ApproximateDateField(label="About when?", not_future=True)


@pytest.fixture(autouse=True)
def monday_16_november_2026(time_machine):
    time_machine.move_to("2026-11-16 09:00+00:00", tick=False)


def form(kind, day, month, year):
    return kind({"when-day": day, "when-month": month, "when-year": year})


def message(kind, *typed):
    filled = form(kind, *typed)
    assert not filled.is_valid()
    return list(filled.errors["when"])


@pytest.mark.parametrize("month", ["1", "01", "January", "january", "JAN", "jan", "Jan.", " January "])
def test_months_as_people_write_them(month):
    filled = form(Form, "6", month, "2026")
    assert filled.is_valid()
    assert filled.cleaned_data["when"] == date(2026, 1, 6)


@pytest.mark.parametrize("day", ["6", "06", " 6 ", "6th"])
def test_days_as_people_write_them(day):
    assert form(Form, day, "1", "2026").is_valid()


def test_months_in_the_readers_language():
    with override("cy"):
        filled = form(Form, "6", "Ionawr", "2026")
        assert filled.is_valid()
        assert form(Form, "6", "January", "2026").is_valid()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "", ""), ["Enter the date"]),
        (("6", "", "2026"), ["Enter the month"]),
        (("", "1", "2026"), ["Enter the day"]),
        (("6", "1", ""), ["Enter the year"]),
        (("6", "", ""), ["Enter the month", "Enter the year"]),
        (("six", "1", "2026"), ["Enter the day as a number, for example 6"]),
        (("6", "13", "2026"), ["Enter the month as a number from 1 to 12, or as a word"]),
        (("6", "J", "2026"), ["Enter the month as a number from 1 to 12, or as a word"]),
        (("6", "Ju", "2026"), ["Enter the month as a number from 1 to 12, or as a word"]),
        (("6", "1", "26"), ["Enter the year in full, for example 2026"]),
        (("31", "June", "2026"), ["Enter a day from 1 to 30. June 2026 has 30 days"]),
        (("29", "2", "2026"), ["Enter a day from 1 to 28. February 2026 has 28 days"]),
        (("0", "1", "2026"), ["Enter a day from 1 to 31. January 2026 has 31 days"]),
        (("17", "11", "2026"), ["Enter today’s date or an earlier one"]),
        (("²", "1", "2026"), ["Enter the day as a number, for example 6"]),
    ],
)
def test_an_error_says_what_to_do(typed, said):
    assert message(Form, *typed) == said


def test_today_and_a_leap_day_are_dates():
    assert form(Form, "16", "11", "2026").is_valid()
    assert form(Form, "29", "2", "2024").is_valid()


def test_nothing_typed_is_lost():
    filled = form(Form, "31", "Juune", " 2026")
    assert not filled.is_valid()
    assert filled["when"].value() == {"day": "31", "month": "Juune", "year": " 2026"}


def test_an_empty_date_that_may_be_left():
    class Optional(forms.Form):
        when = DateField(required=False)

    filled = form(Optional, "", " ", "")
    assert filled.is_valid()
    assert filled.cleaned_data["when"] is None


@pytest.mark.parametrize(
    ("typed", "since", "until", "told"),
    [
        (("", "May", "2026"), (2026, 5, 1), (2026, 5, 31), "May 2026"),
        (("mid", "May", "2026"), (2026, 5, 11), (2026, 5, 20), "mid May 2026"),
        (("Late", "2", "2024"), (2024, 2, 21), (2024, 2, 29), "Late 2 2024"),
        (("early", "may", "2026"), (2026, 5, 1), (2026, 5, 10), "early may 2026"),
        (("6", "May", "2026"), (2026, 5, 6), (2026, 5, 6), "6 May 2026"),
        (("", "November", "2026"), (2026, 11, 1), (2026, 11, 30), "November 2026"),
    ],
)
def test_a_date_as_remembered(typed, since, until, told):
    filled = form(Vague, *typed)
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["when"] == ApproximateDate(date(*since), date(*until), told)


def test_the_month_is_asked_for_kindly():
    assert message(Vague, "", "", "2026") == ["Enter the month, even if you do not know the day"]
    assert message(Vague, "whenever", "5", "2026") == [
        "Enter the day as a number, or leave it empty if you do not know it"
    ]
    assert message(Vague, "", "December", "2026") == ["Enter today’s date or an earlier one"]


def test_what_was_remembered_is_shown_again():
    widget = ApproximateDateField().widget
    remembered = ApproximateDate(date(2026, 5, 11), date(2026, 5, 20), "mid May 2026")
    assert widget.format_value(remembered) == {"day": "mid", "month": "May", "year": "2026"}
    month_alone = ApproximateDate(date(2026, 5, 1), date(2026, 5, 31), "May 2026")
    assert widget.format_value(month_alone) == {"day": "", "month": "May", "year": "2026"}

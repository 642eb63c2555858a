"""The shipped table, and what could be known of it on an earlier day."""

from datetime import date

from govuk_bank_holidays.bank_holidays import BankHolidays

from casereview.clocks.calendar import england_and_wales
from casereview.clocks.holidays import shipped


def test_the_table_is_the_governments():
    published = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    assert {h.on for h in shipped() if h.withdrawn is None} == {event["date"] for event in published}


def test_every_holiday_has_a_name_in_both_languages_and_a_source():
    assert len(shipped()) == 143  # 140 published, three moved away
    assert all(holiday.name and holiday.cy and holiday.source for holiday in shipped())
    assert all(holiday.name != holiday.cy for holiday in shipped())


def test_the_state_funeral_was_a_working_day_until_it_was_announced():
    calendar = england_and_wales()
    funeral = date(2022, 9, 19)
    assert calendar.as_known_on(date(2022, 9, 9)).is_working_day(funeral)
    assert not calendar.as_known_on(date(2022, 9, 10)).is_working_day(funeral)
    assert not calendar.is_working_day(funeral)


def test_a_holiday_that_moved_is_where_it_was_thought_to_be():
    before, after = (england_and_wales().as_known_on(day) for day in (date(2019, 6, 6), date(2019, 6, 7)))
    assert before.why_not(date(2020, 5, 4)) == "Early May bank holiday"
    assert before.is_working_day(date(2020, 5, 8))
    assert after.is_working_day(date(2020, 5, 4))
    assert after.why_not(date(2020, 5, 8)) == "Early May bank holiday (VE day)"


def test_weekends_are_named_as_such_even_when_a_holiday_falls_on_them():
    assert england_and_wales().why_not(date(2026, 12, 26)) == "Saturday"
    assert england_and_wales().why_not(date(2026, 12, 27)) == "Sunday"
    assert england_and_wales().why_not(date(2026, 12, 24)) is None

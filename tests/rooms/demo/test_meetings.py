"""The stories of the meeting, told on a day before Christmas and on others, end where they say."""

from datetime import UTC, date, datetime

import pytest

from casereview.cases.meeting import meeting_of
from casereview.cases.minutes import latest
from demo.place import build
from demo.stories import meetings
from demo.tell import tell

BEFORE_CHRISTMAS = date(2026, 12, 22)  # a Tuesday: decided on Friday 18 December
DAYS = [date(2026, 11, 20), date(2026, 11, 22), BEFORE_CHRISTMAS, date(2027, 1, 2)]


@pytest.fixture
def told(db, time_machine):
    """A call tells a story as of a day, on that day."""

    def told(story, today):
        time_machine.move_to(datetime(today.year, today.month, today.day, 22, tzinfo=UTC))
        build()
        return tell(story.__name__, story, today).record()

    return told


def test_in_december_the_last_lawful_day_lies_beyond_christmas_and_new_year(told):
    record = told(meetings.tell_meeting_on_the_last_lawful_day, BEFORE_CHRISTMAS)
    assert meeting_of(record).day == date(2027, 1, 6)


@pytest.mark.parametrize("today", DAYS)
def test_the_statement_was_read_out_and_the_minutes_wait_for_the_chair(told, today):
    record = told(meetings.tell_statement_read_out, today)
    assert record.has("statement_read", "review_held")
    assert latest(record).signed is None


@pytest.mark.parametrize("today", DAYS)
def test_the_adjourned_one_is_late_and_says_so(told, today):
    record = told(meetings.tell_meeting_adjourned, today)
    assert not record.has("review_held")
    assert meeting_of(record).day > today
    (due,) = [run.due for run in record.deadlines if run.clock == "review" and run.is_open]
    assert meeting_of(record).day > due

"""The coming weeks as a calendar: bank holidays by name, and the last day on which a meeting keeps its clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.dates import MONTHS, WEEKDAYS_ABBR

from casereview.cases.meeting import last_lawful_day, meeting_of
from casereview.cases.record import Record
from casereview.interfaces.due import Due, dues_of
from casereview.interfaces.polled import on_days, polled
from casereview.wording.deadlines import skipped_words

DAY = timedelta(days=1)
AT_LEAST = timedelta(weeks=4)
BEYOND = timedelta(weeks=1)  # after the last lawful day, so that a late day is seen as one


@dataclass(frozen=True, slots=True)
class Shown:
    """One day. off: why it is no working day, in words, or "". last: the last lawful day. late: after it."""

    on: date
    off: str
    gone: bool
    last: bool
    late: bool
    arranged: bool


def weeks_of(record: Record) -> list[list[Shown]]:
    """From the Monday of this week to a week after the last lawful day: weeks of seven days."""
    lawful, meeting = last_lawful_day(record), meeting_of(record)
    ends = [record.today + AT_LEAST, *(day + BEYOND for day in (lawful, meeting and meeting.day) if day)]
    first = record.today - DAY * record.today.weekday()
    last = min(max(ends), record.calendar.horizon)
    days = list(_days(record, first, last, lawful, meeting.day if meeting else None))
    return [days[at : at + 7] for at in range(0, len(days) - 6, 7)]


def _days(
    record: Record, first: date, last: date, lawful: date | None, arranged: date | None
) -> Iterator[Shown]:
    for number in range(((last - first).days // 7 + 1) * 7):
        day = first + DAY * number
        if day > record.calendar.horizon:
            return
        why = record.calendar.why_not(day)
        yield Shown(
            on=day,
            off=skipped_words(day, why) if why else "",
            gone=day < record.today,
            last=day == lawful,
            late=bool(lawful and day > lawful),
            arranged=day == arranged,
        )


def arranging(record: Record) -> dict[str, Any]:
    """What the pages that propose dates and arrange a meeting show beside their forms."""
    review: list[Due] = [
        due
        for due in dues_of(record, {})
        if due.row.is_open and due.row.due and "review_held" in record.scheme.clocks[due.row.clock].stops
    ]
    poll = polled(record)
    return {
        "weeks": weeks_of(record),
        "poll": poll,
        "possible": on_days(poll),
        "lawful": last_lawful_day(record),
        "review": review[0] if review else None,
        "arranged": meeting_of(record),
        "months": MONTHS,
        "weekdays": [WEEKDAYS_ABBR[number] for number in range(7)],
    }

"""Dates and times as people say them. Dates are London dates, times London times."""

import re
from calendar import monthrange
from datetime import date, datetime, time

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?")


def long_date(day: date) -> str:
    """ "Wednesday 6 January 2027"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month]} {day.year}"


def iso_words(text: str) -> str:
    """A day ("2027-01-06"), or a day and a London time ("2027-01-06 14:00"), in words; "" for any other text."""
    if not _ISO.fullmatch(text):
        return ""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:  # somebody wrote numbers that are no day
        return ""
    if " " not in text:
        return long_date(at.date())
    return _("%(day)s at %(time)s") % {"day": long_date(at.date()), "time": time_of_day(at.time())}


def day_and_month(day: date) -> str:
    """ "Monday 28 December", where the year is clear."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month]}"


def short_date(day: date) -> str:
    """ "6 January 2027", for tables."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def vague_date(since: date, until: date) -> str:
    """A date known only to lie between two days, both inclusive, said no more exactly than it is known.

    "about mid-May 2026", "some time in May 2026", "some time in 2026", else "between … and …".
    """
    if since == until:
        return long_date(since)
    if (since.year, since.month) == (until.year, until.month):
        last = monthrange(since.year, since.month)[1]
        part = {
            (1, 10): _("about early %(month)s"),
            (11, 20): _("about mid-%(month)s"),
            (21, last): _("about late %(month)s"),
            (1, last): _("some time in %(month)s"),
        }.get((since.day, until.day))
        if part:
            return part % {"month": f"{MONTHS[since.month]} {since.year}"}
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31) and since.year == until.year:
        return _("some time in %(year)s") % {"year": since.year}
    return _("between %(since)s and %(until)s") % {"since": short_date(since), "until": short_date(until)}


def whole_month(since: date, until: date) -> str:
    """ "May 2026" where the two days are the first and the last of one month, else ""."""
    last = monthrange(since.year, since.month)[1]
    if (since, until) != (since.replace(day=1), since.replace(day=last)):
        return ""
    return f"{MONTHS[since.month]} {since.year}"


def time_of_day(at: time) -> str:
    """ "11:59pm", "9am", "midday", "midnight"."""
    if at.minute == 0 and at.hour in (0, 12):
        return _("midday") if at.hour else _("midnight")
    half = _("am") if at.hour < 12 else _("pm")
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{half}"

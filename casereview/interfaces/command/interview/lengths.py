"""Lengths of time as answers: those of promises, and those of the threshold, which counts no working days."""

import re

from django.utils.translation import gettext as _

from casereview.clocks.length import UNITS
from casereview.interfaces.command.interview.kinds import Kind, Wrong
from casereview.schemes.read_routes import CALENDAR

NAMES = {"working day": "working_days", "day": "days", "week": "weeks", "month": "months"}


def read_length(text: str) -> dict[str, int]:
    """ "10 working days" as it stands in the file. Raises Wrong."""
    found = re.fullmatch(r"(\d{1,9}) *(working day|day|week|month|year)s?", text.casefold())
    if found and int(found[1]) > 0 and found[2] == "year":
        return {"months": 12 * int(found[1])}
    if found and int(found[1]) > 0:
        return {NAMES[found[2]]: int(found[1])}
    raise Wrong(
        _("“%(text)s” is no length: a number from 1 on, and working days, days, weeks, months or years.")
        % {"text": text[:40]}
    )


def read_calendar_length(text: str) -> dict[str, int]:
    """ "6 months" as it stands in the file; a working day depends on who works. Raises Wrong."""
    length = read_length(text)
    if not length.keys() <= set(CALENDAR):
        raise Wrong(_("Working days are not counted here: give days, weeks, months or years."))
    return length


LENGTH = Kind(lambda: _("Such as 6 months, 28 days, 2 weeks or 10 working days."), read_length)
CALENDAR_LENGTH = Kind(
    lambda: _("Such as 6 months, 28 days or 2 weeks; no working days."), read_calendar_length
)
assert set(NAMES.values()) == set(UNITS)

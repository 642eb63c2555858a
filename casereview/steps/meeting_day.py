"""What is asked of a day for the meeting, whether it is arranged or proposed: it keeps the clock, or says why not."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.meeting import last_lawful_day
from casereview.cases.record import Record
from casereview.clocks.calendar import BeyondHorizon
from casereview.wording.dates import long_date


def faults_of_day(record: Record, day: date, *, meant_off: bool, why_late: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a day: of which box, "day" or "late_reason", and what to do about it.

    meant_off: it is meant, though no working day. why_late: the reason for a day after the last lawful one.
    """
    if day < record.today:
        yield "day", _("Enter a day that lies ahead")
        return
    try:
        off = record.calendar.why_not(day)
    except BeyondHorizon as beyond:
        yield "day", str(beyond)
        return
    if off and not meant_off:
        words = {"day": long_date(day), "why": off}
        yield "day", _("%(day)s is no working day (%(why)s). If it is meant, say so below") % words
    lawful = last_lawful_day(record)
    if lawful and day > lawful and not why_late:
        said = _("The last lawful day is %(day)s. Say why it is later: the applicant is told")
        yield "late_reason", said % {"day": long_date(lawful)}

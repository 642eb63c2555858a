"""How long the applicant of a case has heard nothing, and who has been told of it."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.record import Record
from casereview.cases.silence import hear_by, quiet_since, told_of
from casereview.interfaces.history import holder_names
from casereview.wording.casework import TOLD_OF_SILENCE
from casereview.wording.deadlines import deadline_words


@dataclass(frozen=True, slots=True)
class Silence:
    """days: since they last heard. sentence: by when they were to hear, and how that was worked out.

    told: the names of who was told, in what part, on which London day.
    """

    since: date
    days: int
    sentence: str
    told: list[tuple[list[str], str, date]]


def silence_of(record: Record) -> Silence | None:
    """The silence that has lasted too long on the record's day; None where there is none."""
    by = hear_by(record, record.deadlines, record.calendar)
    if by is None or by.due is None or record.today <= by.due:
        return None
    flags, since = told_of(record), quiet_since(record)
    names = holder_names(record, [holder for flag in flags for holder in flag.codes["told"]])
    told = [
        (
            [names.get(holder, holder) for holder in flag.codes["told"]],
            str(TOLD_OF_SILENCE[flag.codes["level"]]),
            flag.happened_on,
        )
        for flag in flags
    ]
    return Silence(since, (record.today - since).days, deadline_words(by), told)

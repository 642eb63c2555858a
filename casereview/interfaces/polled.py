"""The dates that are proposed for a meeting as those who arrange and lead it read them: who can come on which."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from casereview.cases.availability import CAN, Poll, Proposed, poll_of, reminder_day, who_comes
from casereview.cases.meeting import last_lawful_day
from casereview.cases.record import Record
from casereview.wording.deadlines import skipped_words


@dataclass(frozen=True, slots=True)
class Possible:
    """One date. can, could, cannot: the members who said so, each with who would come. silent: no answer yet.

    off: why it is no working day, in words, or "". late: after the last lawful day.
    """

    proposed: Proposed
    can: list[str]
    could: list[str]
    cannot: list[str]
    silent: list[str]
    off: str
    late: bool

    @property
    def of(self) -> int:
        """How many are asked."""
        return len(self.can) + len(self.could) + len(self.cannot) + len(self.silent)


def polled(record: Record) -> dict[str, Any] | None:
    """What `told/poll.html` shows; None where no dates are proposed."""
    poll = poll_of(record)
    if poll is None:
        return None
    comes, lawful = who_comes(record, poll), last_lawful_day(record)

    def named(holder: str) -> str:
        name, who = _member(record, holder), comes.get(holder)
        return f"{name} ({who})" if who else name

    def possible(each: Proposed) -> Possible:
        can, could, cannot, silent = (
            [named(holder) for holder in poll.who(each, code)] for code in (*CAN, "")
        )
        why, late = record.calendar.why_not(each.day), bool(lawful and each.day > lawful)
        off = skipped_words(each.day, why) if why else ""
        return Possible(each, can, could, cannot, silent, off, late)

    return {
        "dates": [possible(each) for each in poll.dates],
        "answer_by": poll.answer_by,
        "reminded": _reminded(record, poll),
        "reminder": _reminder_ahead(record, poll),
    }


def _member(record: Record, holder: str) -> str:
    body = record.bodies.get(holder)
    return body.name if body else gettext("the chair")


def _reminded(record: Record, poll: Poll) -> list[tuple[str, date, bool]]:
    """Each member to whom a reminder went, with its day, and whether they have answered since."""
    return [
        (_member(record, holder), poll.reminded[holder], poll.has_answered(holder))
        for holder in poll.members
        if holder in poll.reminded
    ]


def _reminder_ahead(record: Record, poll: Poll) -> date | None:
    """The day on which whoever has still not answered is reminded, while it is to come and somebody has not."""
    day = reminder_day(record, poll)
    return day if day and day > record.today and poll.unanswered() else None


def on_days(poll: dict[str, Any] | None) -> dict[date, list[Possible]]:
    """The possible dates by their day, for a calendar."""
    found: dict[date, list[Possible]] = {}
    for each in poll["dates"] if poll else ():
        found.setdefault(each.proposed.day, []).append(each)
    return found

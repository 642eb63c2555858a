"""Who can come on which of the dates proposed for the meeting: derived from the facts (MISSION C4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casereview.cases.chair import appointed
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.clocks.calendar import BeyondHorizon
from casereview.clocks.rungs import day_of_rung
from casereview.schemes.unstated import POLL_REMINDER

CAN = ("yes", "if_needed", "no")


@dataclass(frozen=True, slots=True, order=True)
class Proposed:
    """A day and the London time at which the meeting would begin on it. `key` is how facts name it."""

    day: date
    starts: time

    @property
    def key(self) -> str:
        """ "2026-12-21 10:00"."""
        return f"{self.day.isoformat()} {self.starts:%H:%M}"


@dataclass(frozen=True, slots=True)
class Poll:
    """The dates that are proposed now, and what was said of them.

    answer_by: the day by which an answer is asked for; one that comes later counts as well. members: who is asked,
    the bodies and whoever is appointed as chair. said: by holder, the code of `CAN` for each date they answered about.
    reminded: by holder, the day on which a reminder of these dates went.
    """

    fact: Fact
    dates: tuple[Proposed, ...]
    answer_by: date
    members: tuple[str, ...]
    said: dict[str, dict[str, str]]
    reminded: dict[str, date]

    def who(self, proposed: Proposed, code: str) -> list[str]:
        """The members who gave this answer for a date; with "" those who have given none yet."""
        return [holder for holder in self.members if self.said.get(holder, {}).get(proposed.key, "") == code]

    def has_answered(self, holder: str) -> bool:
        """Whether a member has answered for every date."""
        return {each.key for each in self.dates} <= self.said.get(holder, {}).keys()

    def unanswered(self) -> list[str]:
        """The members who have not answered for every date."""
        return [holder for holder in self.members if not self.has_answered(holder)]


def poll_of(record: Record) -> Poll | None:
    """The dates that stand proposed; None before any are, and once a meeting is arranged.

    What somebody said of a date holds when the same date is proposed again, until a meeting is arranged.
    """
    last, arranged = record.latest("dates_proposed"), record.latest("meeting_arranged")
    if last is None or (arranged is not None and arranged.number > last.number):
        return None
    since = arranged.number if arranged else 0
    chair = appointed(record)
    return Poll(
        fact=last,
        dates=tuple(proposed_in(last)),
        answer_by=date.fromisoformat(last.codes["answer_by"]),
        members=(*last.codes["bodies"], *([chair] if chair else [])),
        said=_said(fact for fact in record.current("availability_said") if fact.number > since),
        reminded={
            str(fact.codes["body"]): fact.happened_on
            for fact in record.current("availability_chased")
            if fact.number > last.number
        },
    )


def reminder_day(record: Record, poll: Poll) -> date | None:
    """The day from which whoever has not answered is reminded: never that of the question; None beyond the calendar."""
    try:
        before = day_of_rung(poll.answer_by, POLL_REMINDER, record.calendar)
    except BeyondHorizon:
        return None
    return max(before, poll.fact.happened_on + timedelta(days=1))


def to_remind(record: Record) -> list[str]:
    """The members to be reminded now, each once for the dates that stand, while one of these is still to come."""
    poll = poll_of(record)
    day = reminder_day(record, poll) if poll else None
    if poll is None or day is None or not day <= record.today < poll.dates[-1].day:
        return []
    return [holder for holder in poll.unanswered() if holder not in poll.reminded]


def proposed_in(fact: Fact) -> list[Proposed]:
    """The dates of a `dates_proposed` fact, the earliest first."""
    return sorted(as_proposed(key) for key in fact.codes["dates"])


def as_proposed(key: str) -> Proposed:
    """A date by its key. Raises ValueError."""
    at = datetime.fromisoformat(key)
    return Proposed(at.date(), at.time())


def who_comes(record: Record, poll: Poll) -> dict[str, str]:
    """The name that each member who has answered gave last, as far as the viewer may read it."""
    facts = [fact for fact in record.current("availability_said") if fact.codes["body"] in poll.said]
    return {str(fact.codes["body"]): str(record.said(fact, "who_comes")) for fact in facts}


def _said(facts: Iterable[Fact]) -> dict[str, dict[str, str]]:
    said: dict[str, dict[str, str]] = {}
    for fact in facts:
        said[fact.codes["body"]] = said.get(fact.codes["body"], {}) | fact.codes["can"]
    return said

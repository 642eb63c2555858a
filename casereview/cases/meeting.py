"""The review meeting, derived from the facts: which one stands, whether it has begun, and its last lawful day."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.people.models import Body
from casereview.schemes import unstated
from casereview.schemes.model import Scheme

LONDON = ZoneInfo("Europe/London")
DECIDED = ("threshold_met", "review_ordered")
# Each of these ends the meeting that was arranged before it.
OVER = ("meeting_cancelled", "meeting_adjourned", "review_held")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as it was arranged. day, starts, ends: London. sequence: grows with each change of a date.

    sitting: 1, and one more after each sitting that ended with business done. invited: holders of bodies, the chair
    and persons. slots: the London time of a person's own part, by holder.
    """

    fact: Fact
    day: date
    starts: time
    ends: time
    sequence: int
    sitting: int
    invited: tuple[str, ...]
    slots: dict[str, time]

    @property
    def begins(self) -> datetime:
        """The moment at which it begins."""
        return datetime.combine(self.day, self.starts, LONDON)

    @property
    def finishes(self) -> datetime:
        """The moment at which it ends."""
        return datetime.combine(self.day, self.ends, LONDON)

    def slot_of(self, holder: str) -> time:
        """When somebody's own part begins: their slot, else the beginning."""
        return self.slots.get(holder, self.starts)


def as_meeting(fact: Fact) -> Meeting:
    """What a `meeting_arranged` fact says."""
    codes = fact.codes
    return Meeting(
        fact=fact,
        day=date.fromisoformat(codes["for"]),
        starts=time.fromisoformat(codes["time"]),
        ends=time.fromisoformat(codes["ends"]),
        sequence=int(codes["sequence"]),
        sitting=int(codes.get("sitting", 1)),
        invited=tuple(codes.get("invited", ())),
        slots={holder: time.fromisoformat(at) for holder, at in codes.get("slots", {}).items()},
    )


def meeting_of(record: Record) -> Meeting | None:
    """The meeting that is arranged and neither cancelled, adjourned nor held; None where none is."""
    last, over = record.latest("meeting_arranged"), record.latest(*OVER)
    return as_meeting(last) if last and (over is None or over.number < last.number) else None


def last_meeting(record: Record) -> Meeting | None:
    """The meeting that was arranged last, whatever became of it."""
    last = record.latest("meeting_arranged")
    return as_meeting(last) if last else None


def next_sequence(record: Record) -> int:
    """The number that the next change of the meeting bears: 0 for the first, as calendars count."""
    numbers = [
        int(fact.codes["sequence"]) for fact in record.current("meeting_arranged", "meeting_cancelled")
    ]
    return max(numbers, default=-1) + 1


def sitting_of(record: Record) -> int:
    """Which sitting is the next: 1 until one was adjourned after business was done."""
    return 1 + sum(bool(fact.codes["business"]) for fact in record.current("meeting_adjourned"))


def concluded(record: Record) -> bool:
    """Whether the review is held to its end: held, and not adjourned for more."""
    held, adjourned = record.latest("review_held"), record.latest("meeting_adjourned")
    return held is not None and (adjourned is None or adjourned.number < held.number)


def begun(record: Record) -> bool:
    """Whether the meeting has begun, or the review is over: from then on nobody changes how they take part."""
    meeting = meeting_of(record)
    return record.now >= meeting.begins if meeting else concluded(record)


def last_lawful_day(record: Record) -> date | None:
    """The last day on which the meeting keeps the clock that it stops; None where none is promised or runs."""
    clocks = record.scheme.clocks
    due = [run.due for run in record.deadlines if run.is_open and "review_held" in clocks[run.clock].stops]
    return min((day for day in due if day), default=None)


def agenda_of(scheme: Scheme) -> tuple[str, ...]:
    """The codes of the agenda: the scheme's own, else ours."""
    return unstated.meeting(scheme).agenda


def may_be_invited(record: Record) -> list[Body]:
    """The bodies that take part: those that were told of the case, and those that were asked for what they hold."""
    asked = {fact.codes.get("body") for fact in record.current("information_requested")}
    holders = {body.holder for body in told(record)} | asked
    return [body for body in record.bodies.values() if body.holder in holders and body.active]

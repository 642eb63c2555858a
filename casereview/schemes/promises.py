"""What a scheme promises: its clocks, and the group at whose meetings some of them end."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casereview.clocks.length import Length
from casereview.schemes.terms import Words

# What a clock waits for that is no fact of one step: the last of several answers. It happens with the fact named here,
# once everybody who was asked by the other has given it.
ALL_OF = {
    "all_reports_answered": ("reports_answered", "application_dispatched"),
    "all_returns_received": ("return_received", "information_requested"),
}


def facts_of(events: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of fact with which these events of a clock happen."""
    return tuple(ALL_OF[event][0] if event in ALL_OF else event for event in events)


@dataclass(frozen=True, slots=True)
class Clock:
    """A promise: which event starts it, which stops it, how long. No length: none promised, still measured.

    An amount of 0 working days means by the end of that day, or of the next working day. No start: the page does
    not say from when its time counts (`starts = "unstated"`), so that no date follows from it.
    """

    name: str
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    source: str
    length: Length | None = None
    until: Literal["next_meeting"] | None = None  # due on the next day on which the standing group meets
    owed_by: Literal["lead", "bodies", "applicant", "panel"] = "lead"
    # An event with a date ahead ("two working days before the meeting"); it is what starts, unless the file says.
    counts_back_from: str | None = None
    starts_on: Literal["day", "served"] = "day"  # served = the day the notice of that event counts as served
    survives_close: bool = False  # only the right to appeal runs on after the case closes
    chase: tuple[int, ...] = ()  # working days from the due date on which to remind: -2, 0, 1
    says: Words | None = None  # the page's words where they are no number: "immediately"
    stated: bool = True  # False where the length is our reading


@dataclass(frozen=True, slots=True)
class StandingGroup:
    """A group that meets at times of its own and takes the cases that wait then: a joint action group."""

    name: Words
    source: str
    meets: tuple[date, ...] = ()  # in order; empty where the page names no days
    says: Words | None = None  # the page's words of when it meets: "every four weeks"

    def next_after(self, day: date) -> date | None:
        """The first meeting after that day; None where no later one is known."""
        return next((meeting for meeting in self.meets if meeting > day), None)

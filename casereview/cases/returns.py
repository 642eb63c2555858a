"""What each body that was asked for information has answered: derived from the facts (MISSION C1)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casereview.cases.models import Entry, Fact
from casereview.cases.record import Record
from casereview.people.models import Body

# no_answer is silence, and never means that nothing is held. withheld: all of it; part: a part of it.
State = Literal["no_answer", "answered", "nil", "part", "withheld"]


@dataclass(frozen=True, slots=True)
class Returned:
    """One body that was asked. due: the London date by which it must answer, None where the scheme sets none.

    given: the return that holds, if there is one. chased: the reminders in order (codes: level).
    days: left until the date, negative when over, while it has not answered; None otherwise.
    """

    body: Body
    asked: Fact
    due: date | None
    state: State
    given: Fact | None
    chased: tuple[Fact, ...]
    days: int | None

    @property
    def asked_on(self) -> date:
        """The London day on which it was asked."""
        return self.asked.happened_on

    @property
    def chased_on(self) -> list[date]:
        """The London days on which it was reminded."""
        return [fact.happened_on for fact in self.chased]

    @property
    def escalated_on(self) -> date | None:
        """The London day on which its escalation contact was written to."""
        return next(
            (fact.happened_on for fact in self.chased if fact.codes["reminded"] == "escalation"), None
        )


def returns_of(record: Record) -> list[Returned]:
    """Every body that was asked for information, in the order in which they were asked, with what came of it."""
    asked = {str(fact.codes["body"]): fact for fact in reversed(record.current("information_requested"))}
    return [_returned(record, holder, asked[holder]) for holder in reversed(asked) if holder in record.bodies]


def return_of(record: Record, holder: str) -> Fact | None:
    """The return of this body that holds: the last that it gave."""
    given = [fact for fact in record.current("return_received") if fact.codes.get("body") == holder]
    return given[-1] if given else None


def asked_bodies(record: Record) -> list[Body]:
    """The bodies that were asked for information."""
    return [one.body for one in returns_of(record)]


def unanswered(record: Record) -> list[Body]:
    """Those of them that have not answered."""
    return [one.body for one in returns_of(record) if one.state == "no_answer"]


def entries_of(record: Record, fact: Fact) -> list[Entry]:
    """What a return holds, as far as the viewer may see it."""
    return [entry for entry in record.entries if entry.fact_id == fact.id]


def _returned(record: Record, holder: str, asked: Fact) -> Returned:
    given = return_of(record, holder)
    runs = [run for run in record.deadlines if run.clock == "return" and run.subject == holder]
    due = runs[-1].due if runs else None
    chased = [fact for fact in record.current("return_chased") if fact.codes.get("body") == holder]
    return Returned(
        body=record.bodies[holder],
        asked=asked,
        due=due,
        state=given.codes["returned"] if given else "no_answer",
        given=given,
        chased=tuple(chased),
        days=(due - record.today).days if due and given is None else None,
    )

"""What became of each letter, derived from the facts of the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.letters.models import Letter

Code = Literal["queued", "held", "sent", "bounced", "cancelled"]
# The last of these facts says where a letter is.
BY_FACT: dict[str, Code] = {
    "letter_held": "held",
    "letter_sent": "sent",
    "letter_bounced": "bounced",
    "letter_cancelled": "cancelled",
}


@dataclass(frozen=True, slots=True)
class State:
    """One letter and where it is.

    why: of a held letter, the reason's code: no_safe_route, no_mailbox, nobody, died, to_post, read_aloud, mail_down,
    cannot_be_made, refused. on: the London date of the last thing that happened to it. read_on: when it was opened on
    the recipient's page or read aloud. served_on: when the notice counts as served.
    """

    letter: Letter
    code: Code
    on: date
    why: str = ""
    route: str = ""
    read_on: date | None = None
    served_on: date | None = None

    @property
    def waits_for_a_person(self) -> bool:
        """Whether somebody must do something before it reaches its recipient."""
        return self.code in {"held", "bounced"}


def states(record: Record, letters: Iterable[Letter] | None = None) -> list[State]:
    """The state of each of these letters (all of the record's unless told), in the order in which they were queued."""
    return [state(record, letter) for letter in (record.letters if letters is None else letters)]


def state(record: Record, letter: Letter) -> State:
    """The state of one letter."""
    told = record.by_letter.get(str(letter.pk), [])
    decisive = [fact for fact in told if fact.kind in BY_FACT]
    last = decisive[-1] if decisive else None
    first = last or next((fact for fact in record.facts if fact.id == letter.fact_id), None)
    return State(
        letter=letter,
        code=BY_FACT[last.kind] if last else "queued",
        on=first.happened_on if first else record.today,
        why=last.codes.get("why", "") if last else "",
        route=_last(told, "letter_sent", "route"),
        read_on=_on(told, "letter_read", "letter_read_aloud"),
        served_on=_on([fact for fact in told if not fact.codes.get("taken_back")], "notice_served"),
    )


def find(record: Record, letter: object) -> Letter | None:
    """The letter of this case with that id, or None: an id from elsewhere finds nothing."""
    return next((each for each in record.letters if str(each.pk) == str(letter)), None)


def _last(told: list[Fact], kind: str, code: str) -> str:
    found = [fact.codes.get(code, "") for fact in told if fact.kind == kind]
    return str(found[-1]) if found else ""


def _on(told: list[Fact], *kinds: str) -> date | None:
    return next((fact.happened_on for fact in told if fact.kind in kinds), None)

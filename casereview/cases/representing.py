"""Who acts for the person affected: named, confirmed with them, ended (MISSION A4; BLUEPRINT L27; SECURITY row 6).

To be named opens nothing: somebody who does harm may have named themselves. What opens the case is that the person
affected agreed, when they were reached in a way that was known before.
"""

from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, utils

from casereview.cases.models import Contact, Fact, Person
from casereview.cases.record import Record
from casereview.cases.sharing import consent_of

ROLE = "representative"
State = Literal["named", "confirmed", "ended"]
STATES: dict[str, State] = {
    "representative_named": "named",
    "representative_confirmed": "confirmed",
    "representative_ended": "ended",
}
LIKE = 80  # percent at which two names may be one person's: a co-ordinator then looks again


@dataclass(frozen=True, slots=True)
class Acting:
    """One representative. named: the fact that named them, whose words have `name` and `relation`; last: the latest."""

    holder: str
    state: State
    named: Fact
    last: Fact


def representatives(record: Record) -> list[Acting]:
    """Everybody who was ever named, in that order, as they stand now; from facts alone, whoever reads."""
    found: dict[str, Acting] = {}
    for fact in record.current(*STATES):
        holder = fact.codes["person"]
        named = found[holder].named if holder in found else fact
        found[holder] = Acting(holder, STATES[fact.kind], named, fact)
    return list(found.values())


def acting_as(record: Record, holder: str) -> Acting | None:
    """This representative; None for everybody else."""
    return next((each for each in representatives(record) if each.holder == holder), None)


def in_state(record: Record, *states: State) -> list[Acting]:
    """Those who stand so now."""
    return [each for each in representatives(record) if each.state in states]


def speaks(record: Record, person: Person) -> bool:
    """Whether we may turn to them: not to somebody who is no more than named, or no longer acts for anybody."""
    if set(person.roles) != {ROLE}:
        return True
    found = acting_as(record, person.holder)
    return found is not None and found.state == "confirmed"


def affected(record: Record) -> Person | None:
    """For whom they act."""
    return record.victim or record.applicant


def is_told(record: Record) -> Person | None:
    """Who is told of them (L27): the person affected; whoever asked, where it is not safe to ask that person."""
    person = affected(record)
    unsafe = person is not None and consent_of(record, person) == "unsafe_to_ask"
    return record.applicant if unsafe else person


def like_somebody(record: Record, person: Person) -> list[str]:
    """Who else in the case this may be: roles of people of a like name, or who are reached in the same way."""
    mine = _ways(record, person)
    alike = [
        other
        for other in record.people
        if other.id != person.id and (_like(other.name, person.name) or mine & _ways(record, other))
    ]
    return list(dict.fromkeys(role for other in alike for role in other.roles))


def _ways(record: Record, person: Person) -> set[str]:
    ways: list[Contact] = record.contacts_of(person)
    return {"".join(way.value.lower().split()) for way in ways if way.value.strip()}


def _like(one: str, other: str) -> bool:
    if not one.strip() or not other.strip():
        return False
    return fuzz.token_set_ratio(one, other, processor=utils.default_process) >= LIKE

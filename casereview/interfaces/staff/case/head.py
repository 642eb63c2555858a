"""The top of every page of a case, never scrolled for: who, how to reach them, risk, where it stands, what is next."""

from dataclasses import dataclass
from datetime import date

from casereview.cases.beginning import case_before
from casereview.cases.chair import chair_of
from casereview.cases.conflicts import Tied, tied_chair
from casereview.cases.decided_before import decided_before
from casereview.cases.further_action import opening
from casereview.cases.linked import goes_on_in
from casereview.cases.models import Contact, Person
from casereview.cases.owner import owner_of
from casereview.cases.record import Record
from casereview.cases.representing import speaks
from casereview.cases.risk import risk_of
from casereview.cases.status import status
from casereview.interfaces.due import Due, action_dues, dues_of, further_dues
from casereview.interfaces.history import holder_names
from casereview.steps.step import undecided
from casereview.wording.casework import RISKS
from casereview.wording.chairs import conflict_words
from casereview.wording.status import STATUS_WORDS

SPOKEN_WITH = ("applicant", "representative", "victim")


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody who may have to be reached, and how."""

    person: Person
    contacts: list[Contact]

    @property
    def never(self) -> bool:
        """Whether some way must never be used."""
        return any(contact.never for contact in self.contacts)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head shows. reached: the applicant first, then whoever speaks for the case. actions: the plan's.

    follows, goes_on_in: references of linked cases of this office, "" for none.
    chair, ties, remedy: the name of a chair in place whom something ties to the case now, what it is, and the step
    with which the office acts on it; "" and none otherwise. decided_before: while a decision is to be taken again, who
    has no part in that; "" otherwise.
    """

    name: str
    reached: list[Reached]
    risk: str
    risk_words: str
    status: str
    owner: str
    deputy: str
    due: list[Due]
    actions: list[Due]
    follows: str
    goes_on_in: str
    chair: str
    ties: list[str]
    remedy: str
    decided_before: str

    @property
    def next_due(self) -> Due | None:
        """The nearest open date that somebody other than the applicant owes."""
        owed = [due for due in self.due if due.row.is_open and due.row.due and not due.theirs]
        dated = [*owed, *self.actions]
        return min(dated, key=lambda due: due.row.due or date.max, default=None)

    @property
    def never(self) -> bool:
        """Whether some way to reach somebody must never be used."""
        return any(each.never for each in self.reached)


def head_of(record: Record) -> Head:
    """Work out the head of a case from its record (one query a kind of name)."""
    now, risk = owner_of(record), risk_of(record)
    affected = record.victim or record.applicant
    tied = tied_chair(record)
    names = holder_names(record, [now.owner, now.deputy, *(row.subject for row in record.deadlines)])
    return Head(
        name=affected.name if affected else "",
        reached=_reached(record),
        risk=risk,
        risk_words=str(RISKS.get(risk, "")),
        status=str(STATUS_WORDS[status(record)]),
        owner=names.get(now.owner, ""),
        deputy=names.get(now.deputy, ""),
        due=dues_of(record, names),
        actions=[*action_dues(record, names), *further_dues(record, names)],
        **_linked(record),
        chair=tied.chair.name if tied else "",
        ties=_ties(tied),
        decided_before=_decided_before(record),
        remedy="declare_conflict" if chair_of(record) else "end_chair",
    )


def _linked(record: Record) -> dict[str, str]:
    """The references of the case that this one came out of, and of the one that came out of it; "" for none."""
    goes_on = opening(record) or record.has("case_reopened")
    after = goes_on_in(record.case, record.viewer) if goes_on else None
    return {
        "follows": case_before(record),
        "goes_on_in": after.reference if after else "",
    }


def _decided_before(record: Record) -> str:
    before = None if undecided(record) else decided_before(record)
    return before.sentence if before else ""


def _ties(tied: Tied | None) -> list[str]:
    found = tied.conflicts if tied else []
    return [conflict_words(each.kind, each.words, each.since, each.until) for each in found]


def _reached(record: Record) -> list[Reached]:
    people = [person for role in SPOKEN_WITH for person in record.in_role(role)]
    once = {person.id: person for person in people if speaks(record, person)}
    return [Reached(person, record.contacts_of(person)) for person in once.values()]

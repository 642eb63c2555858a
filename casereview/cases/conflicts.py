"""What keeps somebody from a review or an appeal: each conflict is a fact that can be named (MISSION C2, D3, D4)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import timezone

from casereview.cases.appeal import OF_THE_APPEAL
from casereview.cases.chair import ENDED, appointed
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.cases.sharing import must_be_told, told
from casereview.people.chairs import Candidate, candidate_of
from casereview.people.models import Body

# The kinds of fact by which somebody declared a conflict, and the code that says who.
DECLARED = {"conflict_declared": "chair", "panel_conflict_declared": "member"}
Kind = Literal["of_body", "interest", "took_part", "took_part_linked", "declared"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One fact that conflicts. words: the body's name, or what was declared. since, until: London dates, if known."""

    kind: Kind
    words: str = ""
    since: date | None = None
    until: date | None = None


def bodies_in(record: Record) -> dict[str, Body]:
    """The bodies with a part in the case, by holder: told of it, to be told, reported to, or asked for information."""
    asked = {str(fact.codes.get("body")) for fact in record.current("information_requested")}
    holders = {body.holder for body in (*told(record), *must_be_told(record))}
    holders |= {report.own for report in record.reports} | asked
    return {holder: body for holder, body in record.bodies.items() if holder in holders}


def conflicts_of(record: Record, candidate: Candidate) -> list[Conflict]:
    """Everything that keeps this person from chairing this review; empty when nothing does."""
    mine = _not_as_chair(record.facts, candidate.holder)
    linked = [fact for fact in record.linked_facts if _theirs(fact, candidate.holder)]
    return [*_of_bodies(record, candidate), *_interests(record, candidate), *_parts(mine, linked)]


def conflicts_with_appeal(record: Record, candidate: Candidate) -> list[Conflict]:
    """Everything that keeps this person from clerking, qualifying or hearing the appeal; empty when nothing does.

    Whoever co-ordinated, decided or chaired has taken part, here or in a linked case; what they did in the appeal
    itself is no part in what it is made against.
    """
    mine = _beside_the_appeal(record.facts, candidate.holder)
    linked = _beside_the_appeal(record.linked_facts, candidate.holder)
    return [*_of_bodies(record, candidate), *_interests(record, candidate), *_parts(mine, linked)]


def took_part(record: Record) -> list[str]:
    """The holders of the staff with a part in what is appealed against, here and in linked cases, oldest first."""
    facts = [*record.linked_facts, *record.facts]
    holders = {holder for fact in facts for holder in (fact.by, *_named(fact)) if holder.startswith("user:")}
    return sorted(holder for holder in holders if _beside_the_appeal(facts, holder))


@dataclass(frozen=True, slots=True)
class Tied:
    """A chair who is appointed although something keeps them from chairing: it was told or began after they were."""

    chair: Candidate
    conflicts: list[Conflict]


def tied_chair(record: Record) -> Tied | None:
    """The chair in place, where something ties them to the case now, until the plan is sent; None otherwise.

    Roles and interests are no facts of the case, so this is found out whenever the case is read (four queries at
    most, and none while nobody is appointed).
    """
    holder = appointed(record)
    if not holder or record.has("plan_settled", "case_closed"):
        return None
    chair = candidate_of(holder)
    found = conflicts_of(record, chair) if chair else []
    return Tied(chair, found) if chair and found else None


def _of_bodies(record: Record, candidate: Candidate) -> list[Conflict]:
    return [
        Conflict(
            "of_body",
            each.body.name,
            timezone.localdate(each.since),
            timezone.localdate(each.until) if each.until else None,
        )
        for each in candidate.served
        if each.body and _has_part(record, each.body)
    ]


def _interests(record: Record, candidate: Candidate) -> list[Conflict]:
    return [
        Conflict("interest", f"{each.body}: {each.words}", each.since, each.until)
        for each in candidate.interests_on(record.today)
        if each.body and _has_part(record, each.body)
    ]


def _has_part(record: Record, body: Body) -> bool:
    """By the row, or by its name: the same police force stands in the list of every area that it polices."""
    found = bodies_in(record)
    names = {each.name.strip().casefold() for each in found.values()}
    return body.holder in found or body.name.strip().casefold() in names


def _parts(mine: list[Fact], linked: list[Fact]) -> list[Conflict]:
    """What they recorded here, and in the linked cases, that conflicts: the earliest day of each."""
    found: list[Conflict] = []
    if mine:
        declared = [fact for fact in mine if fact.kind in DECLARED]
        kind: Kind = "declared" if declared else "took_part"
        found.append(Conflict(kind, since=(declared or mine)[0].happened_on))
    if linked:
        found.append(Conflict("took_part_linked", since=linked[0].happened_on))
    return found


def _not_as_chair(facts: list[Fact], holder: str) -> list[Fact]:
    """Their facts outside an appointment of theirs, and every conflict that they declared."""
    found, chairing = [], False
    for fact in facts:
        if fact.kind == "chair_appointed":
            chairing = fact.codes.get("chair") == holder
        if _declared(fact, holder) or (fact.by == holder and not chairing):
            found.append(fact)
        if fact.kind in ENDED and fact.codes.get("chair") == holder:
            chairing = False
    return found


def _beside_the_appeal(facts: list[Fact], holder: str) -> list[Fact]:
    """Their facts in what is appealed against, those that put them in charge of it, and conflicts they declared.

    Of what a clerk does for the appeal, a try to reach somebody alone is of the same kind as one in the case.
    """
    found, clerking = [], False
    for fact in facts:
        if fact.kind == "clerk_named":
            clerking = fact.codes.get("clerk") == holder
        of_the_appeal = fact.kind in OF_THE_APPEAL or (clerking and fact.kind == "contact_attempted")
        acted = fact.by == holder and not of_the_appeal
        if acted or _declared(fact, holder) or holder in _named(fact):
            found.append(fact)
    return found


def _named(fact: Fact) -> list[str]:
    """Whom a fact puts in charge: the named contact and deputy, and the chair of the review."""
    if fact.kind in {"owner_assigned", "handed_over", "chair_appointed"}:
        return [str(fact.codes[name]) for name in ("owner", "deputy", "chair") if fact.codes.get(name)]
    return []


def _theirs(fact: Fact, holder: str) -> bool:
    return fact.by == holder or _declared(fact, holder)


def _declared(fact: Fact, holder: str) -> bool:
    name = DECLARED.get(fact.kind)
    return name is not None and fact.codes.get(name) == holder

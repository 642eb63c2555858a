"""Victim support: who said yes, to what, and what the service may know now (MISSION B5, A4).

A referral says everything that the service may know of a case, so that the last one alone counts. It ends as soon as
anybody in it changes their answer, withdraws consent, or is no longer to be reached in the way that was told.
"""

from typing import Any, NamedTuple

from casereview.cases.beginning import beginning
from casereview.cases.models import Fact, Person
from casereview.cases.outcome import End
from casereview.cases.record import Record
from casereview.cases.risk import risk_of
from casereview.wording.application import need_words
from casereview.wording.casework import RISKS

MAY_BE_OFFERED = ("applicant", "victim")


class Agreed(NamedTuple):
    """Somebody who said yes, and what the service may be told of them: codes of `wording.support.COVERS`."""

    person: Person
    covers: tuple[str, ...]


def service_of(record: Record) -> str:
    """The support service as a holder."""
    return f"support:{record.case.area}"


def was_offered(record: Record, holder: str) -> bool:
    """Whether support was offered to this person."""
    return _last(record, "support_offered", holder) is not None


def offered(record: Record) -> list[Person]:
    """Those to whom support was offered, each once."""
    return [person for person in record.people if was_offered(record, person.holder)]


def answer_of(record: Record, holder: str) -> Fact | None:
    """What this person last answered; None while they have not."""
    return _last(record, "support_answered", holder)


def agreed(record: Record) -> list[Agreed]:
    """Everybody whose yes still stands."""
    found = []
    for person in record.people:
        answer, consent = answer_of(record, person.holder), _last(record, "consent_recorded", person.holder)
        withdrawn = (
            consent and answer and consent.codes["consent"] == "withdrawn" and consent.number > answer.number
        )
        if answer and answer.codes["answer"] == "yes" and not withdrawn:
            found.append(Agreed(person, tuple(answer.codes["covers"])))
    return found


def referral_of(record: Record) -> Fact | None:
    """What the service may read now: the last referral, unless something has ended it since (codes: `people`)."""
    last = record.latest("support_referred")
    if last is None:
        return None
    people = set(last.codes["people"])
    since = (
        fact for fact in record.facts if fact.number > last.number and fact.codes.get("person") in people
    )
    return None if any(_ends(fact) for fact in since) else last


def must_refer(record: Record) -> bool:
    """Whether the service has still to be told of somebody who said yes."""
    last = referral_of(record)
    told = set(last.codes["people"]) if last else set()
    return bool({each.person.holder for each in agreed(record)} - told)


def stopped(record: Record, holder: str) -> tuple[End, ...]:
    """What an outcome says when this person's answer, consent or safe contact changes; nothing if none was told."""
    last = referral_of(record)
    if last is None or holder not in last.codes["people"]:
        return ()
    return (End(service_of(record), ("support",)),)


def may_know(record: Record, each: Agreed, reached: list[str]) -> dict[str, Any]:
    """What the service is told of one person: only what they said yes to. reached: the safe ways, in words."""
    received = beginning(record)
    known = {
        "name": each.person.name,
        "contact": reached,
        "problem": record.said(received, "problem"),
        "risk": str(RISKS.get(risk_of(record), "")),
        "needs": need_words(each.person.needs),
    }
    return {name: known[name] for name in known if name in each.covers}


def _ends(fact: Fact) -> bool:
    withdrawn = fact.kind == "consent_recorded" and fact.codes.get("consent") == "withdrawn"
    return withdrawn or fact.kind in {"support_answered", "contact_changed"}


def _last(record: Record, kind: str, holder: str) -> Fact | None:
    return next((fact for fact in reversed(record.current(kind)) if fact.codes.get("person") == holder), None)

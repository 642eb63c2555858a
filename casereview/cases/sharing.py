"""Who must be told of an application, and how much of it they may be told."""

from casereview.cases.beginning import beginning
from casereview.cases.models import Fact, Person
from casereview.cases.record import Record
from casereview.people.models import Body

AGREED = "given"


def consent_of(record: Record, person: Person) -> str:
    """What this person last said about sharing who they are: a code of Person.consent, or "withdrawn"."""
    said = [fact for fact in record.current("consent_recorded") if fact.codes.get("person") == person.holder]
    return said[-1].codes["consent"] if said else person.consent


def kept_from(record: Record) -> frozenset[str]:
    """The holders of bodies that the applicant asked us to keep it from."""
    received = beginning(record)
    return frozenset(received.codes.get("keep_from") or ()) if received else frozenset()


def identity_may_be_shared(record: Record, body: Body) -> bool:
    """Whether this body may be told who is affected: they agreed, and did not ask to keep it from that body.

    Somebody who applies for themselves agrees by applying, unless they said otherwise (MISSION A4, BLUEPRINT §1).
    """
    affected = record.victim or record.applicant
    if affected is None or body.holder in kept_from(record):
        return False
    consent = consent_of(record, affected)
    return consent == AGREED or (not consent and "applicant" in affected.roles)


def must_be_told(record: Record) -> list[Body]:
    """The relevant bodies of this application (section 105).

    A body that its scheme calls in only in some cases, as a housing provider is, must be told where a report was
    made to it, and may be told otherwise.
    """
    kinds = {body.kind: body.when for body in record.scheme.bodies}
    reported = {report.own for report in record.reports} | {
        fact.codes.get("body") for fact in record.current("application_dispatched")
    }
    return [
        body for body in record.relevant_bodies if kinds.get(body.kind) is None or body.holder in reported
    ]


def told(record: Record) -> list[Body]:
    """The bodies to which the application was dispatched, in that order."""
    holders = [fact.codes.get("body", "") for fact in record.current("application_dispatched")]
    return [record.bodies[holder] for holder in dict.fromkeys(holders) if holder in record.bodies]


def views(record: Record) -> dict[str, Fact]:
    """What each body last said of the decision that is proposed now, by its holder."""
    proposed = record.latest("decision_proposed")
    since = proposed.number if proposed else 0
    found = [fact for fact in record.current("body_view_recorded") if fact.number > since]
    return {fact.codes["body"]: fact for fact in found}

"""The applicant's part in the meeting: who is asked, what each chose, what each wrote (MISSION C4; LESSONS 4)."""

from casereview.cases.models import Fact, Person
from casereview.cases.record import Record
from casereview.cases.sharing import consent_of
from casereview.schemes import unstated

ROLES = ("applicant", "victim")
NONE = "none"  # the part of somebody who takes none; every area's applicants may choose it
COMING = ("opening_section", "whole_meeting")  # they come themselves
REPRESENTED = "representative"
STATEMENT = "statement"


def involved(record: Record) -> list[Person]:
    """Who may take part as the person affected: whoever asked, and the victim; nobody who has died."""
    died = {fact.codes.get("person") for fact in record.current("applicant_died")}
    found = [person for role in ROLES for person in record.in_role(role) if person.holder not in died]
    return list({person.holder: person for person in found}.values())


def asked_first(record: Record) -> list[Person]:
    """Those of them who are asked without more: not a victim who has not agreed that somebody acts for them."""
    return [
        person
        for person in involved(record)
        if "applicant" in person.roles or consent_of(record, person) == "given"
    ]


def parts_of(record: Record) -> tuple[str, ...]:
    """The codes of the parts that may be chosen: the scheme's, else those of `unstated.MEETING`; and none."""
    return (*unstated.meeting(record.scheme).applicant, NONE)


def offered(record: Record, holder: str) -> Fact | None:
    """The last time that they were asked how they want to take part."""
    return _last(record, "involvement_offered", holder)


def chosen(record: Record, holder: str) -> Fact | None:
    """What they chose last."""
    return _last(record, "involvement_chosen", holder)


def statement_of(record: Record, holder: str) -> Fact | None:
    """The statement that stands: the last that they sent."""
    return _last(record, "statement_received", holder)


def part_of(record: Record, holder: str) -> str:
    """The code of the part that they chose; "" before they have."""
    fact = chosen(record, holder)
    return str(fact.codes["part"]) if fact else ""


def _last(record: Record, kind: str, holder: str) -> Fact | None:
    theirs = [fact for fact in record.current(kind) if fact.codes.get("person") == holder]
    return theirs[-1] if theirs else None

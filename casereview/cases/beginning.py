"""How a case begins: under the rules of the day on which it was received, with a reference of its own."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from casereview.cases.models import Case, Fact
from casereview.cases.outcome import NewFact
from casereview.cases.record import Record
from casereview.cases.references import new_reference
from casereview.cases.rules import pin

# What is an application made in an area: one that another area passed on counts here, on the day it first arrived.
# A case that was reopened is about the application of before, and no other; where somebody asked again, that begins
# with an application of its own (MISSION E1; LESSONS 1).
APPLICATIONS = ("application_received", "transferred_in")
# The kinds of fact with which a case begins: the application itself, or what brings it here once more.
BEGINNINGS = (*APPLICATIONS, "review_ordered", "decision_reopened")
# Those, and what was told since.
TELLING = (*BEGINNINGS, "information_added")


def beginning(record: Record) -> Fact | None:
    """The fact with which the case began, as it stands now."""
    return record.latest(*BEGINNINGS)


def applied_on(record: Record) -> date:
    """The London day on which the application first arrived, in whichever case of its chain that was."""
    began = beginning(record) or record.facts[0]
    told = began.codes.get("applied_on")
    return date.fromisoformat(told) if told else began.happened_on


def case_before(record: Record) -> str:
    """The reference of the case of this area that it came out of; "" for none."""
    began = beginning(record)
    return str(began.codes.get("of", "")) if began else ""


def open_case(area: str, began: NewFact, at: datetime, follows: Case | None = None) -> Case:
    """Create a case of this area that begins with this fact; `follows` is the case it came out of.

    A case that follows another of its own area keeps the rules of that one, unless it begins with an application.
    """
    if follows is not None and follows.area == area and began.kind != "application_received":
        rules = {"scheme_id": follows.scheme_id, "rules_of": follows.rules_of}
    else:
        scheme = pin(area, began.on)
        rules = {"scheme_id": scheme.digest, "rules_of": scheme.starts}
    for _attempt in range(5):
        try:
            with transaction.atomic():
                return Case.objects.create(
                    reference=new_reference(), area=area, follows=follows, opened_at=at, **rules
                )
        except IntegrityError:  # that reference is taken: one in some thousands of millions
            continue
    raise RuntimeError("no free case reference was found in five attempts")

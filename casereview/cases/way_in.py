"""The way into one's own page: by a link that is e-mailed, or by a code on paper. A reference opens nothing.

So come applicants, people affected and their representatives; what each may see is `Access`, which may be nothing.

Both answer an unknown case with the same work as a known one.
"""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare

from casereview.cases.models import Case, EntryCode, EntryLink, Person
from casereview.cases.postgresql.roles import acting
from casereview.cases.record import Record
from casereview.cases.references import tidy
from casereview.cases.return_codes import hash_of_email, hash_of_link, plain_code, written_code
from casereview.people.viewer import SYSTEM, for_person

LINK_LASTS = timedelta(minutes=15)
LONGEST_REFERENCE = 12
ROLES = ("applicant", "victim", "representative")
NOBODY = "person:nobody"
COMPARED = 8  # codes; fewer people of a case, or none, are made up to as many


def ask_for_link(reference: str, email: str, at: datetime) -> None:
    """Note that a way in is wanted; a job finds out for whom, if for anybody (jobs/ways_in.py)."""
    EntryLink.objects.create(
        reference=tidy(reference)[:LONGEST_REFERENCE], email_hash=hash_of_email(email), asked_at=at
    )


def make_link(asked: EntryLink, holder: str, at: datetime) -> str | None:
    """The secret that leads this holder in once, for 15 minutes; None where another worker has made it already."""
    token = secrets.token_urlsafe(32)
    made = EntryLink.objects.filter(pk=asked.pk, link_hash="").update(
        holder=holder, link_hash=hash_of_link(token), link_until=at + LINK_LASTS
    )
    return token if made else None


def spend_link(token: str, at: datetime) -> str | None:
    """The holder whom a link leads in, or None. It is used up by this: of many at once, one gets in."""
    wanted = hash_of_link(token)
    found = EntryLink.objects.filter(link_hash=wanted, link_until__gt=at).first() if wanted else None
    spent = found and EntryLink.objects.filter(pk=found.pk).delete()[0]
    return found.holder if found and spent else None


def code_of(person: UUID | str) -> str:
    """The code that leads this person in together with the reference, as it is written: "K7MH-4QDX-RT3B-9WPC".

    person: the id in their holder. The code stays the same until `new_code`.
    """
    return _written(f"person:{person}", _number(f"person:{person}"))


def new_code(person: UUID | str) -> str:
    """Withdraw this person's code, and return the one that holds from now on."""
    with transaction.atomic():
        EntryCode.objects.bulk_create([EntryCode(holder=f"person:{person}")], ignore_conflicts=True)
        row = EntryCode.objects.select_for_update().get(pk=f"person:{person}")
        row.number += 1
        row.save(update_fields=["number"])
    return _written(row.holder, row.number)


def by_code(reference: str, typed: str) -> str | None:
    """The holder of whoever of that case has this code, in whatever way it was typed; None where nobody has."""
    with acting(SYSTEM):
        people = Person.objects.filter(case__reference=tidy(reference)).order_by("fact__number")
        holders = [person.holder for person in people if not set(ROLES).isdisjoint(person.roles)]
    compared = holders + [NOBODY] * (COMPARED - len(holders))
    numbers = dict(EntryCode.objects.filter(pk__in=compared).values_list("holder", "number"))
    plain = plain_code(typed)
    right = [
        constant_time_compare(plain, plain_code(_written(holder, numbers.get(holder, 0))))
        for holder in compared
    ]
    return next((holder for holder, same in zip(holders, right, strict=False) if same), None)


def with_page(record: Record) -> list[Person]:
    """Who of the case has a page of their own now: the applicant first (one query each, asked as themselves)."""
    died = {fact.codes.get("person") for fact in record.current("applicant_died")}
    people = {person.holder: person for role in ROLES for person in record.in_role(role)}
    return [person for holder, person in people.items() if holder not in died and own_case(holder)]


def own_case(holder: str) -> Case | None:
    """The latest case that this person may see: after a transfer, the one that goes on."""
    viewer = for_person(holder.removeprefix("person:"), "")
    with acting(viewer):
        return Case.objects.visible_to(viewer).order_by("-opened_at").first()


def _number(holder: str) -> int:
    return EntryCode.objects.filter(pk=holder).values_list("number", flat=True).first() or 0


def _written(holder: str, number: int) -> str:
    return written_code("casereview.way_in", f"{holder}:{number}")

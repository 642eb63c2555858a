"""By which way a letter may reach somebody at this moment. Asked at dispatch, from the case as it then is (F2)."""

from dataclasses import dataclass
from typing import Literal

from casereview.cases.models import Contact, Person
from casereview.cases.record import Record
from casereview.cases.representing import acting_as
from casereview.people.names import mailbox_of

FAREWELL = "representative_farewell"  # the last letter to somebody who no longer acts for anybody
# email_full: the letter itself, since nobody else sees that mailbox. email_notice: a neutral notice that leads to the
# page. post: printed and posted by a person. page: read on the applicant's own page. held: no way is safe now.
Kind = Literal["email_full", "email_notice", "post", "page", "held"]


@dataclass(frozen=True, slots=True)
class Route:
    """A way that is safe now. address: a mailbox, or the lines of a postal address. why: of a held letter, a code.

    contact: the id of the contact row it is taken from, so that one that bounced is not used again.
    """

    kind: Kind
    address: str = ""
    contact: str = ""
    why: str = ""

    @property
    def is_email(self) -> bool:
        """Whether it goes through the mail server."""
        return self.kind in {"email_full", "email_notice"}


def route_to(record: Record, holder: str) -> Route:
    """The safest way that is permitted for this recipient now, most private first."""
    body = record.bodies.get(holder)
    if body is not None:
        usable = body.active and body.mailbox
        return Route("email_notice", body.mailbox, holder) if usable else Route("held", why="no_mailbox")
    if holder.startswith(("user:", "support:")):
        mailbox = mailbox_of(holder)
        return Route("email_notice", mailbox, holder) if mailbox else Route("held", why="no_mailbox")
    if holder.startswith("escalation:"):
        # They have no account, so the letter itself goes: it names nobody and tells nothing of the case.
        mailbox = mailbox_of(holder)
        return Route("email_full", mailbox, holder) if mailbox else Route("held", why="no_mailbox")
    person = next((person for person in record.people if person.holder == holder), None)
    return _to_person(record, person) if person else Route("held", why="nobody")


def _to_person(record: Record, person: Person) -> Route:
    if any(fact.codes.get("person") == person.holder for fact in record.current("applicant_died")):
        return Route("held", why="died")
    contacts = usable_contacts(record, person)
    if (acting := acting_as(record, person.holder)) and acting.state == "ended":
        return _farewell(record, person, contacts)
    for found in (_by_email(contacts), _by_post(contacts, person), _on_page(contacts)):
        if found:
            return found
    return _by_phone(contacts)


def _farewell(record: Record, person: Person, contacts: list[Contact]) -> Route:
    """Somebody who no longer acts for anybody has no page: one letter goes, whole or read aloud, and then nothing."""
    gone = [fact for fact in record.current("letter_sent") if fact.codes.get("to") == person.holder]
    if any(fact.codes.get("code") == FAREWELL for fact in gone):
        return Route("held", why="ended")
    email = _by_email(contacts)
    whole = email if email and email.kind == "email_full" else None
    return whole or _by_post(contacts, person) or _by_phone(contacts)


def _by_phone(contacts: list[Contact]) -> Route:
    """Nothing goes by itself: a person reads it to them, or it waits for a way that is safe."""
    methods = {contact.method for contact in contacts}
    return Route("held", why="read_aloud" if "phone" in methods else "no_safe_route")


def usable_contacts(record: Record, person: Person) -> list[Contact]:
    """How the person may be reached now: confirmed, never bounced, and not by a way they said never to use."""
    contacts = record.contacts_of(person)
    failed = {fact.codes.get("contact") for fact in record.current("letter_bounced")}
    # By value, since every change of contacts writes the ways that are kept anew.
    unusable = {_way(contact) for contact in record.contacts if str(contact.pk) in failed}
    unusable |= {_way(contact) for contact in contacts if contact.never}
    usable = [contact for contact in contacts if contact.confirmed and not _ways(contact) & unusable]
    return sorted(usable, key=lambda contact: (contact.method, contact.value))


def _way(contact: Contact) -> tuple[str, str]:
    return contact.method, contact.value.strip().lower()


def _ways(contact: Contact) -> set[tuple[str, str]]:
    """The way itself; and "never by e-mail" without an address is said of all of them.

    Post without an address means the home: a new address is another way than the home somebody has left.
    """
    return {_way(contact)} if contact.method == "post" else {_way(contact), (contact.method, "")}


def _by_email(contacts: list[Contact]) -> Route | None:
    emails = [contact for contact in contacts if contact.method == "email" and contact.value.strip()]
    private = [contact for contact in emails if contact.seen_by_others == "no"]
    for contact in private or emails:
        kind: Kind = "email_full" if private else "email_notice"
        return Route(kind, contact.value.strip(), str(contact.pk))
    return None


def _by_post(contacts: list[Contact], person: Person) -> Route | None:
    """Post only where the applicant said that nobody else opens it: "not sure" is not safe."""
    for contact in contacts:
        address = contact.value.strip() or person.address.strip()
        if contact.method == "post" and contact.seen_by_others == "no" and address:
            return Route("post", address, str(contact.pk))
    return None


def _on_page(contacts: list[Contact]) -> Route | None:
    calls = [contact for contact in contacts if contact.method == "applicant_calls"]
    return Route("page", contact=str(calls[0].pk)) if calls else None

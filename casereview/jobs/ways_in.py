"""Sends the link into their own page to whoever asked for one, if reference and address belong together (L29).

The page that is asked knows nothing of this: it answers everybody alike, and just as fast. A link goes only to an
address that its reader may be reached at now and nobody else sees: the notices that go to others name a reference.
"""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from casereview.cases.models import Case, EntryLink, Person
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.cases.return_codes import hash_of_email
from casereview.cases.way_in import LINK_LASTS, make_link, with_page
from casereview.jobs.each import for_each
from casereview.letters.safe_contact import usable_contacts
from casereview.letters.way_back_in import way_back_in
from casereview.people.viewer import SYSTEM

log = logging.getLogger(__name__)


def send_ways_in() -> int:
    """Send every link that was asked for, forget what led nowhere or is over; return how many went."""
    at = timezone.now()
    EntryLink.objects.filter(Q(link_until__lte=at) | Q(link_hash="", asked_at__lte=at - LINK_LASTS)).delete()
    return for_each(EntryLink.objects.filter(link_hash=""), _answer)


def _answer(asked: EntryLink) -> bool:
    case = Case.objects.filter(reference=asked.reference).first()
    record = load(case, SYSTEM) if case else None
    for person in with_page(record) if record else ():
        if record and (to := _address(record, person, asked.email_hash)):
            return _send(asked, record, person, to)
    asked.delete()
    return False


def _send(asked: EntryLink, record: Record, person: Person, to: str) -> bool:
    token = make_link(asked, person.holder, record.now)
    if token is None:
        return False
    link = settings.SERVICE_URL.rstrip("/") + reverse("my:link_open", args=[token])
    try:
        way_back_in(record.area, to, link, record.now + LINK_LASTS).send()
    except (OSError, SMTPException):
        log.exception("a way in could not be sent; it is tried again")
        EntryLink.objects.filter(pk=asked.pk).update(link_hash="", link_until=None, holder="")
        return False
    return True


def _address(record: Record, person: Person, wanted: str) -> str:
    """The person's own private mailbox with that hash; "" where they have none such now."""
    for contact in usable_contacts(record, person):
        private = contact.method == "email" and contact.seen_by_others == "no"
        if private and constant_time_compare(hash_of_email(contact.value), wanted):
            return contact.value.strip()
    return ""

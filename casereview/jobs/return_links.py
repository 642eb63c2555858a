"""Sends bodies the link to their return, and the code that it asks for: both to the registered mailbox alone.

Whoever asks for a new one sees the same page whatever the link was; nobody says where a message is to go.
"""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from casereview.cases.models import Case, ReturnLink
from casereview.cases.reading import load
from casereview.cases.return_link import KEPT_FOR, make_code, make_link
from casereview.cases.returns import asked_bodies
from casereview.jobs.each import for_each
from casereview.letters.return_way_in import code_message, link_message
from casereview.people.models import Body
from casereview.people.viewer import SYSTEM

log = logging.getLogger(__name__)


def send_return_links() -> int:
    """Send every link and code that is wanted, forget what is long over; return how many went."""
    at = timezone.now()
    ReturnLink.objects.filter(asked_at__lte=at - KEPT_FOR).delete()
    waiting = ReturnLink.objects.exclude(wanted="").exclude(case_id=None).order_by("asked_at")
    return for_each(waiting, _answer)


def _answer(row: ReturnLink) -> bool:
    """A case that is over, or a body without a mailbox, gets nothing."""
    case = Case.objects.filter(pk=str(row.case_id)).first()
    record = load(case, SYSTEM) if case else None
    body = record.bodies.get(row.body) if record else None
    usable = record and body and body.active and body.mailbox and body in asked_bodies(record)
    if case is None or body is None or not usable or (record and record.has("case_closed")):
        ReturnLink.objects.filter(pk=row.pk).update(wanted="")
        return False
    return _send(row, body, case.reference)


def _send(row: ReturnLink, body: Body, reference: str) -> bool:
    wanted = row.wanted
    mail = _message(row, body, reference)
    if mail is None:
        return False
    try:
        mail.send()
    except (OSError, SMTPException):
        log.exception("a %s for a return could not be sent; it is tried again", wanted)
        ReturnLink.objects.filter(pk=row.pk).update(wanted=wanted)
        return False
    return True


def _message(row: ReturnLink, body: Body, reference: str) -> EmailMessage | None:
    at = timezone.now()
    if row.wanted == "code":
        code = make_code(row, at)
        return code_message(body, code, at) if code else None
    token = make_link(row, at)
    if token is None:
        return None
    link = settings.SERVICE_URL.rstrip("/") + reverse("partner:answer_link", args=[token])
    return link_message(body, link, reference, at)

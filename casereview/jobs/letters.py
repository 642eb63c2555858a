"""Sends what is due from the outbox. The way is chosen from the case as it is at that moment, never as it was queued.

What happens is recorded through `take`, by the system. The outbox row is settled after that: a crash in between sends
the same message again, under the same Message-ID, and loses nothing.
"""

import logging
import smtplib
from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from casereview import process
from casereview.cases.models import Case
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.letters import outbox
from casereview.letters.message import email
from casereview.letters.models import Letter, Outbox
from casereview.letters.render import Rendered, of_letter
from casereview.letters.safe_contact import Route, route_to
from casereview.letters.states import find, state
from casereview.people.viewer import SYSTEM

log = logging.getLogger(__name__)


def send_due(now: datetime | None = None, at_most: int = 50) -> int:
    """Work through the outbox until nothing is due, or `at_most` rows; return how many were looked at.

    Call it as the system: `with acting(SYSTEM)`.
    """
    for number in range(at_most):
        row = outbox.claim(now or timezone.now())
        if row is None:
            return number
        _one(row, now or timezone.now())
    return at_most


def _one(row: Outbox, now: datetime) -> None:
    """Deliver one letter; whatever goes wrong with it stays with it."""
    try:
        _deliver(row, now)
    except (smtplib.SMTPException, OSError) as error:
        log.warning("letter %s: mail is not working: %s", row.letter_id, type(error).__name__)
        if not outbox.later(row, now, error):
            _hold(row, "mail_down", now)
    except Exception as error:
        log.exception("letter %s cannot be sent", row.letter_id)
        if not outbox.faulty(row, now, error):
            _hold(row, "cannot_be_made", now)


def _deliver(row: Outbox, now: datetime) -> None:
    record, letter = _load(row, now)
    if letter is None or state(record, letter).code in {"sent", "cancelled"}:
        outbox.done(row)
        return
    route = route_to(record, letter.to)
    if route.is_email:
        _send(row, route, now)
    elif route.kind == "page":
        _record(record, letter, of_letter(record, letter, route), now)
        outbox.done(row)
    else:
        _hold(row, route.why or "to_post", now)
        outbox.hold(row, now)


def _send(row: Outbox, route: Route, now: datetime) -> None:
    """With the line to the mail server open, look once more where it may go, and let it go at once (B10)."""
    connection = get_connection()
    connection.open()
    try:
        record, letter = _load(row, now)
        if letter is None or route_to(record, letter.to) != route:
            outbox.at_once(row, now)
            return
        rendered = of_letter(record, letter, route)
        message = email(letter, rendered, record.area, record.case.reference)
        if _accepted(connection, message):
            _record(record, letter, rendered, now)
            outbox.done(row)
        else:
            _take("record_bounce", record, letter, now, contact=route.contact)
            outbox.at_once(row, now)
    finally:
        connection.close()


def _accepted(connection: BaseEmailBackend, message: EmailMessage) -> bool:
    """Whether the server took it; False where it refused this recipient for good. Raises for what may pass."""
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as refused:
        if all(code >= 500 for code, _text in refused.recipients.values()):
            return False
        raise
    return True


def _record(record: Record, letter: Letter, rendered: Rendered, now: datetime) -> None:
    process.take(
        "record_dispatch",
        viewer=SYSTEM,
        case=record.case,
        answers={"letter": letter, "rendered": rendered},
        key=f"letter:{letter.pk}:sent",
        at=now,
    )


def _hold(row: Outbox, why: str, now: datetime) -> None:
    """Say so in the case, once for each reason."""
    record, letter = _load(row, now)
    if letter is None:
        return
    at_present = state(record, letter)
    if (at_present.code, at_present.why) != ("held", why):
        _take("hold_letter", record, letter, now, why=why)


def _take(step: str, record: Record, letter: Letter, now: datetime, **answers: Any) -> None:
    given: Any = str(letter.pk) if process.STEPS[step].form else letter
    process.take(
        step,
        viewer=SYSTEM,
        case=record.case,
        answers={"letter": given, **answers},
        key=f"letter:{letter.pk}:{step}:{record.last_number}",
        at=now,
    )


def _load(row: Outbox, now: datetime) -> tuple[Record, Letter | None]:
    record = load(Case.objects.get(pk=row.case_id), SYSTEM, now)
    return record, find(record, row.letter_id)

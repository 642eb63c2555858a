"""An open area, a mail server of our own on a free port, and applications whose letters wait in the outbox."""

import socket
import uuid
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.letters import send_due
from casereview.letters.models import Outbox
from casereview.people.models import Area, Body
from casereview.people.viewer import SYSTEM, Viewer, for_person
from casereview.process import take

COORDINATOR = Viewer(
    "user:1", frozenset({"user:1", "area:durham"}), "Cora Ordinator", frozenset({("coordinate", "durham")})
)
RECEIVED = date(2026, 11, 18)  # a Wednesday
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


class Mailbox:
    """What the mail server has taken, and whom it refuses."""

    def __init__(self):
        self.messages, self.recipients, self.refused, self.busy = [], [], set(), False

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if address in self.refused:
            return "550 no such mailbox"
        if self.busy:
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients.append(list(envelope.rcpt_tos))
        return "250 taken"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def mailbox(settings):
    """A real SMTP server, to which the product sends as it would to any other."""
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    server.stop()


@pytest.fixture
def mail_is_down(settings):
    """Nobody listens where the mail server should be."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()


@pytest.fixture
def area(db):
    area = Area.objects.create(
        code="durham",
        name="County Durham",
        email="office@example.org",
        phone="0191 000 0000",
        appeals_address="Appeals\n1 Office Street\nDurham",
        return_address="PO Box 1\nDurham\nDH1 1AA",
        sender_name="Office at Aykley Heads",
    )
    Body.objects.create(
        area=area, code="police", kind="police", name="Durham Constabulary", mailbox="p@example.org"
    )
    Body.objects.create(
        area=area, code="council", kind="council", name="Durham County Council", mailbox="c@example.org"
    )
    return area


def email(value="robin@example.org", seen="no", **more):
    return {"method": "email", "value": value, "seen_by_others": seen, **more}


def person(*contacts, roles=("applicant", "victim"), name="Robin", **more):
    return {"id": str(uuid.uuid4()), "roles": list(roles), "name": name, "contacts": list(contacts), **more}


@pytest.fixture
def apply(area):
    """Makes an application and returns its case; contacts are the applicant's ways of contact."""

    def apply(*contacts, on=RECEIVED, people=None, **more):
        told = {
            "people": people or [person(*(contacts or [email()]))],
            "incidents": [
                {
                    "from": "2026-11-02",
                    "to": "2026-11-02",
                    "what": "CANARYWHAT at night",
                    "location": "CANARYPLACE Lane",
                    "reports": [{"kind": "council", "from": "2026-11-03", "to": "2026-11-03"}],
                }
            ],
            "words": {"problem": "CANARYPROBLEM, most nights"},
            **more,
        }
        answers = {"area": "durham", "channel": "web", "received_on": on.isoformat(), "application": told}
        at = datetime(on.year, on.month, on.day, 10, 0, tzinfo=UTC)
        viewer = for_person(uuid.uuid4(), "durham")
        return take(
            "receive_application", viewer=viewer, area="durham", answers=answers, key=uuid.uuid4().hex, at=at
        ).case

    return apply


def send(at=NOW):
    """One round of the worker's letters."""
    with acting(SYSTEM):
        return send_due(at)


def record_of(case, at=NOW):
    with acting(SYSTEM):
        return load(case, SYSTEM, at)


def outbox_of(case):
    return Outbox.objects.get(case_id=case.pk)


def kinds(case):
    return [fact.kind for fact in record_of(case).facts]


def later(**time):
    return NOW + timedelta(**time)


def take_as(viewer, step, case, answers, key, at=NOW):
    """Take a step as a page would: every query of the request is made for its viewer."""
    with acting(viewer):
        return take(step, viewer=viewer, case=case, answers=answers, key=key, at=at)

"""Robin has asked for a review in County Durham, and so has somebody else; nobody has come in yet."""

import uuid
from types import SimpleNamespace

import pytest
from django.utils import timezone

from casereview.cases import way_in
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs.letters import send_due
from casereview.jobs.ways_in import send_ways_in
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import take
from tests.live_area import live_area


def apply_as(name, address, **contact):
    """An application of today by this name; its case and its person."""
    person = uuid.uuid4()
    way = {"method": "email", "value": address, "seen_by_others": "no", **contact}
    people = [{"id": str(person), "roles": ["applicant", "victim"], "name": name, "contacts": [way]}]
    answers = {
        "area": "durham",
        "channel": "web",
        "received_on": timezone.localdate().isoformat(),
        "application": {"people": people, "words": {"problem": f"CANARY of {name}"}},
    }
    viewer = for_person(person, "durham")
    case = take("receive_application", viewer=viewer, area="durham", answers=answers, key=str(person)).case
    return SimpleNamespace(case=case, person=person, viewer=viewer, reference=case.reference, address=address)


@pytest.fixture
def robin(db):
    live_area()
    return apply_as("Robin", "robin@example.org")


@pytest.fixture
def sam(robin):
    return apply_as("Sam", "sam@example.org")


@pytest.fixture
def shared_mailbox(robin):
    """Somebody whose mail others see."""
    return apply_as("Kit", "kit@example.org", seen_by_others="yes")


def come_in(client, who):
    """By the code on paper."""
    code = way_in.code_of(who.person)
    return client.post("/my/link", {"reference": who.reference, "code": code})


def link_for(client, mailoutbox, reference, address):
    """Ask for a link, let the worker do its round; the path of the link that came, or None."""
    before = len(mailoutbox)
    client.post("/my/link", {"reference": reference, "email": address})
    with acting(SYSTEM):
        send_ways_in()
    if len(mailoutbox) == before:
        return None
    words = mailoutbox[-1].body.split()
    return next(word for word in words if "/my/link/" in word).partition("8000")[2].rstrip(".")


def work():
    """One round of the worker's letters."""
    with acting(SYSTEM):
        return send_due()


def record_of(who):
    with acting(SYSTEM):
        return load(who.case, SYSTEM)

"""A worker that is told to stop leaves off what takes minutes; the next begins it again."""

import pytest
from django.core import mail
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from casereview.cases.postgresql.roles import as_owner
from casereview.interfaces.staff.settings.rules import tasks
from casereview.interfaces.staff.sign_in.tasks import send_password_link
from casereview.jobs.tasks import run_tasks
from casereview.jobs.work import Worker
from casereview.people.models import Proposal
from casereview.people.proposals import propose
from casereview.statistics.whatif import records, run
from casereview.statistics.whatif.tally import tallied
from tests.rooms.steps.conftest import THREE, World
from tests.signed_in import person
from tests.what_if import FIFTEEN_DAYS, durham

pytestmark = pytest.mark.django_db(transaction=True)  # the library closes connections as a worker does


@pytest.fixture
def asked(monkeypatch):
    """What other rules would change for three cases, read one by one, is asked for."""
    monkeypatch.setattr(records, "TOGETHER", 1)
    world = World()
    for _each in range(3):
        world.apply(*THREE)
    boss = person()
    with as_owner():
        changed = durham(FIFTEEN_DAYS, ("from = 2026-11-01", "from = 2030-01-01"))
        tasks.ask(propose(changed, by=boss))
    return boss


@pytest.fixture
def rerun(monkeypatch):
    """How often cases were rerun, and what is to happen when they are."""

    class Rerun:
        times, then = 0, staticmethod(lambda: None)

    def counted(*batch):
        Rerun.times += 1
        Rerun.then()
        return tallied(*batch)

    monkeypatch.setattr(run, "tallied", counted)
    return Rerun


def worker():
    return Worker((("tasks", run_tasks, 0),))


def kept():
    with as_owner():
        return Proposal.objects.get()


def waiting():
    return DBTaskResult.objects.filter(status=TaskResultStatus.READY).count()


def test_it_leaves_off_and_the_next_worker_does_it_from_the_start(asked, rerun):
    first = worker()
    rerun.then = first.stop
    first.run()
    assert rerun.times == 1
    assert (kept().what_if, kept().failed) == (None, False)
    assert waiting() == 1
    rerun.then, rerun.times = (lambda: None), 0
    worker().round()
    assert rerun.times == 3
    assert kept().what_if["digest"] == kept().digest
    assert waiting() == 0


def test_one_that_nobody_stops_does_it_at_once(asked, rerun):
    worker().round()
    assert rerun.times == 3
    assert kept().what_if["digest"] == kept().digest


def test_what_breaks_because_all_processes_were_stopped_has_not_failed(asked, rerun):
    first = worker()

    def breaks():
        first.stop()
        raise RuntimeError

    rerun.then = breaks
    first.run()
    assert (kept().failed, waiting()) == (False, 1)


def test_what_breaks_by_itself_has_failed(asked, rerun):
    def breaks():
        raise RuntimeError

    rerun.then = breaks
    worker().round()
    assert (kept().failed, waiting()) == (True, 0)


def test_it_begins_nothing_else(asked, rerun):
    send_password_link.enqueue(asked.email)
    first = worker()
    rerun.then = first.stop
    first.run()
    assert mail.outbox == []
    worker().round()
    assert len(mail.outbox) == 1

"""One-off work that a page asked for is done by the worker, also when an earlier worker was killed in the middle."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from casereview.interfaces.staff.sign_in.tasks import send_password_link
from casereview.jobs.tasks import LEASE, run_tasks
from tests.signed_in import person

pytestmark = pytest.mark.django_db(transaction=True)  # the library closes connections as a worker does


def test_what_was_asked_for_is_done_once():
    send_password_link.enqueue(person().email)
    assert run_tasks() == 1
    assert len(mail.outbox) == 1
    assert run_tasks() == 0
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("since", "done"), [(LEASE + timedelta(minutes=1), 1), (timedelta(minutes=1), 0)])
def test_a_killed_workers_task_is_done_after_a_while(since, done):
    send_password_link.enqueue(person().email)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=timezone.now() - since)
    assert run_tasks() == done
    assert len(mail.outbox) == done

"""Runs the one-off work that pages ask for (links to set a password, invitations) from its table."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from casereview.stopping import told_to_stop

LEASE = timedelta(minutes=15)  # longer than any of them takes; one that is still running then was killed


class Tasks(Worker):
    """The library's worker; told to stop, it begins no other task."""

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Run it, and look whether there is to be another."""
        super().run_task(db_task_result)
        self.running = not told_to_stop()


def run_tasks() -> int:
    """Run every task that waits, and those whose worker was killed in the middle; return how many."""
    killed = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lt=timezone.now() - LEASE
    )
    killed.update(status=TaskResultStatus.READY)
    worker = Tasks(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="work",
        excluded_queue_names=[],
    )
    waiting = DBTaskResult.objects.ready().count()
    if waiting:
        worker.run()
    return waiting

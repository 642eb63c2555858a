"""What runs without a person. Several of them may run at once, on several machines.

A job is a function without arguments that does what is due now and returns how much it did. It finds that out from
tables: nothing is remembered between rounds, so a worker may be stopped at any moment.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import close_old_connections

from casereview.audit.trail import seal
from casereview.cases.postgresql.roles import acting
from casereview.jobs.actions import chase_actions
from casereview.jobs.availability import chase_availability
from casereview.jobs.danger import alert_duty_contacts
from casereview.jobs.drafts import expire_drafts
from casereview.jobs.letters import send_due
from casereview.jobs.limits import forget_full_buckets
from casereview.jobs.linked_cases import open_linked_cases
from casereview.jobs.panel_offices import end_panel_offices
from casereview.jobs.recalculate import recalculate
from casereview.jobs.retention import erase_after_time, erase_again
from casereview.jobs.return_links import send_return_links
from casereview.jobs.returns import chase_returns
from casereview.jobs.silence import tell_of_silence
from casereview.jobs.tasks import run_tasks
from casereview.jobs.transfers import receive_transfers
from casereview.jobs.uploads import remove_unused_files, scan_waiting
from casereview.jobs.ways_back import send_ways_back
from casereview.jobs.ways_in import send_ways_in
from casereview.people.viewer import SYSTEM
from casereview.stopping import stoppable

log = logging.getLogger(__name__)

# A name, the function, and how many seconds lie between two rounds of it. To add a job is to add a line.
JOBS: tuple[tuple[str, Callable[[], int], int], ...] = (
    ("letters", send_due, 2),
    ("drafts", expire_drafts, 3600),
    ("transfers", receive_transfers, 10),
    ("linked cases", open_linked_cases, 10),
    ("deadlines", recalculate, 3600),
    ("actions", chase_actions, 3600),
    ("silence", tell_of_silence, 3600),
    ("returns", chase_returns, 3600),
    ("availability", chase_availability, 3600),
    ("panel offices", end_panel_offices, 600),
    ("danger", alert_duty_contacts, 5),
    ("scans", scan_waiting, 5),
    ("unused files", remove_unused_files, 3600),
    ("ways back", send_ways_back, 5),
    ("ways in", send_ways_in, 5),
    ("ways to returns", send_return_links, 5),
    ("rate limits", forget_full_buckets, 3600),
    ("tasks", run_tasks, 2),
    ("retention", erase_after_time, 3600),
    ("erasures", erase_again, 3600),
    ("audit trail", seal, 60),
)
# What people ask for may take minutes, and so may a round through every case. Each of the two has a loop of its own, so
# that no alert and no letter waits for it.
ASKED_FOR = {"tasks"}
ROUNDS = 600  # seconds between two of a job: one that comes no sooner goes through all that is there
PAUSE = 0.5  # seconds between two looks at the clock


@dataclass
class Worker:
    """The loop. `stop` may be called from a signal handler: what is done for one case is finished first.

    A job that may take minutes looks into `stopping`, leaves off, and is begun again by another worker.
    """

    jobs: tuple[tuple[str, Callable[[], int], int], ...] = JOBS
    _stopping: threading.Event = field(default_factory=threading.Event)
    _next: dict[str, float] = field(default_factory=dict)

    def run(self) -> None:
        """Work until told to stop."""
        with stoppable(self._stopping.is_set):
            while not self._stopping.is_set():
                self.round()
                self._stopping.wait(PAUSE)

    def stop(self) -> None:
        """Finish what is at hand, then end."""
        self._stopping.set()

    def round(self) -> int:
        """Run every job whose time has come, once; return how much they did together."""
        amount = 0
        for name, job, seconds in self.jobs:
            if time.monotonic() >= self._next.get(name, 0) and not self._stopping.is_set():
                amount += run_job(name, job)
                self._next[name] = time.monotonic() + seconds
        return amount


def loops() -> list[Worker]:
    """The jobs as one process runs them side by side: the quick ones, what people ask for, the rounds."""
    asked_for = tuple(job for job in JOBS if job[0] in ASKED_FOR)
    rounds = tuple(job for job in JOBS if job[2] >= ROUNDS)
    quick = tuple(job for job in JOBS if job not in (*asked_for, *rounds))
    return [Worker(quick), Worker(asked_for), Worker(rounds)]


def run_job(name: str, job: Callable[[], int]) -> int:
    """Run one job as the system. One that fails is logged and tried at its next time: it stops no other."""
    close_old_connections()
    try:
        with acting(SYSTEM):
            amount = job()
    except Exception:
        log.exception("the job %s failed", name)
        return 0
    if amount:
        log.info("%s: %s", name, amount)
    return amount

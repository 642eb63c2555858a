"""The worker: every job in turn, one that fails harms no other, and it stops when told."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings
from django.core.management import call_command

from casereview.cases.postgresql.roles import current_holders
from casereview.jobs.work import JOBS, Worker, loops


@pytest.mark.django_db
def test_a_job_that_fails_stops_no_other():
    done = []

    def fails():
        raise RuntimeError

    def works():
        done.append(current_holders())
        return 1

    assert Worker((("fails", fails, 1), ("works", works, 1))).round() == 1
    assert done == ["system"]


@pytest.mark.django_db
def test_a_job_waits_for_its_time():
    worker = Worker((("often", lambda: 1, 0), ("seldom", lambda: 1, 3600)))
    assert [worker.round(), worker.round()] == [2, 1]


@pytest.mark.django_db(transaction=True)
def test_it_stops_when_told():
    worker = Worker((("nothing", lambda: 0, 0),))
    threading.Timer(0.2, worker.stop).start()
    began = time.monotonic()
    worker.run()
    assert time.monotonic() - began < 5


def test_what_may_take_minutes_keeps_nothing_else_waiting():
    quick, asked_for, rounds = [[name for name, _job, _seconds in worker.jobs] for worker in loops()]
    assert asked_for == ["tasks"]
    assert {"deadlines", "silence", "returns", "retention"} <= set(rounds)
    assert {"danger", "letters", "ways in"} <= set(quick)
    assert sorted(quick + asked_for + rounds) == sorted(name for name, _job, _seconds in JOBS)


def test_the_jobs_have_names_of_their_own():
    names = [name for name, _job, _seconds in JOBS]
    assert len(set(names)) == len(names)
    assert "letters" in names


@pytest.mark.django_db
def test_once_does_one_round(capsys):
    call_command("work", "--once")
    assert "done." in capsys.readouterr().out


def test_the_process_ends_cleanly_on_sigterm(tmp_path):
    """The real process, on a database of its own that has no tables: its jobs fail, it lives on, and it stops."""
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'w.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "EMAIL_URL": "consolemail://",
    }
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "work"], cwd=settings.BASE_DIR, env=env, stderr=subprocess.PIPE
    )
    assert any(b"the job letters failed" in line for line in worker.stderr)  # it has begun to work
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=20)
    assert worker.returncode == 0

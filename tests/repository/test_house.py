"""The commands that check the product do what they say."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
OWN_SERVER = """
import sys, time
sys.path.insert(0, "scripts")
import postgres
with postgres.started_here() as address:
    print(address, flush=True)
    time.sleep(120)
"""


def collect(database, *options):
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider", *options]
    env = {**os.environ, "DATABASE_URL": database}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=env)


def test_ci_runs_what_a_newcomer_runs():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "exec make test </dev/null" in script.read_text().splitlines()


def test_the_run_for_postgresql_refuses_another_database():
    refused = collect("sqlite://:memory:", "--database-only", "tests/rooms/clocks")
    assert refused.returncode == 4
    assert "PostgreSQL" in refused.stderr


def test_the_run_for_postgresql_takes_the_tests_that_touch_a_database_and_no_others():
    postgresql = "postgres://nobody@127.0.0.1:1/none"
    taken = collect(postgresql, "--database-only", "tests/rooms/clocks", "tests/rooms/cases")
    assert taken.returncode == 0
    assert "tests/rooms/cases/" in taken.stdout
    assert "tests/rooms/clocks/" not in taken.stdout
    none = collect(postgresql, "--database-only", "tests/rooms/clocks")
    assert none.returncode == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_server_of_our_own_answers_and_is_gone_after_a_termination():
    started = subprocess.Popen(
        [sys.executable, "-c", OWN_SERVER], stdout=subprocess.PIPE, text=True, cwd=ROOT, bufsize=1
    )
    lines = iter(started.stdout.readline, "")
    address = next(line.strip() for line in lines if line.startswith("postgres://"))
    with psycopg.connect(address) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    started.send_signal(signal.SIGTERM)
    assert started.wait(timeout=30) == 128 + signal.SIGTERM
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address, connect_timeout=3)

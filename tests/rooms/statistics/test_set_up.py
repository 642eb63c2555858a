"""A process of its own does not outlive the one that started it: it would hold its connections for ever."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

SCRIPT = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from casereview.statistics.set_up import set_up

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context("spawn"), set_up, ("any",))
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""
ROOT = Path(__file__).resolve().parents[3]


def test_it_ends_when_the_other_is_killed(tmp_path):
    script = tmp_path / "starts_another.py"
    script.write_text(SCRIPT)
    env = {"PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "casereview.settings", "PATH": ""}
    first = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=env)
    other = int(first.stdout.readline())
    assert runs(other)
    first.kill()
    first.wait()
    until = time.monotonic() + 20
    while runs(other) and time.monotonic() < until:
        time.sleep(0.1)
    left = runs(other)
    if left:
        os.kill(other, signal.SIGKILL)
    first.stdout.close()
    assert not left


def runs(process):
    """Whether it does anything: one that ended and that nobody asked about still has a line."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False

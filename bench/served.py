"""Serves a WSGI application as in production: gunicorn with two workers, on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WORKERS = 2


@dataclass(frozen=True)
class Served:
    """A running gunicorn."""

    port: int
    process: subprocess.Popen[bytes]

    def memory(self) -> list[int]:
        """Megabytes resident in each worker."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [_resident(int(child)) for child in children]


@contextmanager
def served(application: str, env: dict[str, str]) -> Iterator[Served]:
    """Serve it until the end of the block."""
    port = _free_port()
    # Without a control socket: gunicorn 27 would share one in the home folder among all instances.
    command = ["gunicorn", application, "--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}"]
    command += ["--no-control-socket", "--log-level", "warning"]
    process = subprocess.Popen([sys.executable, "-m", *command], env={**os.environ, **env})  # noqa: S603
    try:
        _wait(port, process)
        yield Served(port, process)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError("gunicorn did not start")
        time.sleep(0.1)


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024

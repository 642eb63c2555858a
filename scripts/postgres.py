"""A PostgreSQL to test on: DATABASE_URL, else a server on 127.0.0.1:5432, else one of our own for the time.

`postgres.py COMMAND…` runs a command with DATABASE_URL set to it.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

LOCAL = "postgres://postgres@127.0.0.1:5432/postgres"


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server that lets us in, as for DATABASE_URL. Exits with a reason if there is none."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        if not lets_us_in(given):
            sys.exit("DATABASE_URL names a PostgreSQL that does not let us in.")
        print("PostgreSQL: the one that DATABASE_URL names", flush=True)
        yield given
    elif lets_us_in(LOCAL):
        print("PostgreSQL: the server on 127.0.0.1:5432", flush=True)
        yield LOCAL
    else:
        with started_here() as address:
            yield address


def lets_us_in(address: str) -> bool:
    """Whether a connection succeeds within three seconds."""
    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def started_here() -> Iterator[str]:
    """A server of our own in a temporary folder on a free port; PostgreSQL refuses to run as root."""
    programs = debian_programs()
    account = pwd.getpwnam("postgres" if has_account("postgres") else "nobody") if os.geteuid() == 0 else None
    as_user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    folder = Path(tempfile.mkdtemp(prefix="casereview-postgres-"))
    port = free_port()
    server = None
    # A termination must pass through `finally`, or the server would outlive us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
        data = str(folder / "data")
        initdb = [str(programs / "initdb"), "--pgdata", data, "--username=postgres", "--auth=trust"]
        initdb += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, cwd=folder, **as_user)
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=200"]
        run = [str(programs / "postgres"), "-D", data, "-p", str(port), "-k", str(folder), *options]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                run, stdout=log, stderr=log, cwd=folder, start_new_session=True, **as_user
            )
        address = f"postgres://postgres@127.0.0.1:{port}/postgres"
        wait_for(server, address, folder / "log")
        print(f"PostgreSQL: our own, from {programs}, on 127.0.0.1:{port}, until this run ends", flush=True)
        yield address
    finally:
        if server:
            server.send_signal(signal.SIGINT)  # "fast shutdown": sessions are ended, not waited for
            server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def debian_programs() -> Path:
    """The folder of the newest PostgreSQL: Debian keeps initdb and postgres off the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(versions, key=lambda path: int(path.parent.parent.name))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        sys.exit("No PostgreSQL to test on. On Debian: apt-get install postgresql; or set DATABASE_URL.")
    return found[-1].parent if found else Path(on_path or "").resolve().parent


def has_account(name: str) -> bool:
    """Whether this machine has a user of that name."""
    return any(entry.pw_name == name for entry in pwd.getpwall())


def free_port() -> int:
    """A port on 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Returns when the server answers; exits with its log when it dies or takes longer than 30 seconds."""
    until = time.monotonic() + 30
    while not lets_us_in(address):
        if server.poll() is not None or time.monotonic() > until:
            sys.exit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)


if __name__ == "__main__":
    with postgres() as address:
        ended = subprocess.run(sys.argv[1:], check=False, env={**os.environ, "DATABASE_URL": address})
    sys.exit(ended.returncode)

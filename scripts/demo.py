"""The product with invented cases, in front of you: web and worker on SQLite until Ctrl-C."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
MANAGE = [PYTHON, "manage.py"]


def main() -> None:
    os.chdir(ROOT)
    port = os.environ.get("PORT", "8000")
    if not port.isdigit() or not is_free(int(port)):
        sys.exit(f"Port {port} is taken by another program. Stop that one, or: make demo PORT=8001")
    env = environment(f"http://127.0.0.1:{port}")
    for what, command in (
        ("Preparing the database var/casereview.sqlite3", ["migrate", "--verbosity=0"]),
        ("Collecting styles and scripts", ["collectstatic", "--noinput", "--verbosity=0"]),
        ("Inventing cases", ["demo"]),
    ):
        print(what, flush=True)
        if subprocess.run([*MANAGE, *command], check=False, env=env).returncode:
            sys.exit(f"Failed: manage.py {' '.join(command)}")
    print(f"\nCase Review, with invented cases: {env['SERVICE_URL']}")
    print("E-mails are not sent: they are files in var/mail. Ctrl-C stops everything.\n", flush=True)
    sys.exit(serve(port, env))


def is_free(port: int) -> bool:
    """Whether nobody listens on `port` of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def environment(address: str) -> dict[str, str]:
    """The demo's settings; anything already set in the environment wins, but for the demo mode itself."""
    mail, schemes = ROOT / "var" / "mail", ROOT / "var" / "schemes"
    mail.mkdir(parents=True, exist_ok=True)
    shutil.copytree(
        ROOT / "schemes", schemes, dirs_exist_ok=True
    )  # rules confirmed in the demo are no part of the project
    defaults = {"SERVICE_URL": address, "EMAIL_URL": f"filemail:///{mail}", "SCHEMES_DIR": str(schemes)}
    return {**defaults, **os.environ, "CASEREVIEW_DEMO": "true"}


def serve(port: str, env: dict[str, str]) -> int:
    """Runs web and worker until one ends or we are told to stop, then stops both. Returns the exit code."""
    # gunicorn 27's control socket would be shared by every instance of this user.
    web = [PYTHON, "-m", "gunicorn", "--no-control-socket", "--worker-class", "gthread", "--threads", "4"]
    web += ["--workers", "2", "--bind", f"127.0.0.1:{port}", "casereview.wsgi:application"]
    for told_to_stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told_to_stop, lambda *_: sys.exit(0))
    running: list[subprocess.Popen[bytes]] = []
    try:
        for command in (web, [*MANAGE, "work"]):
            # A session of their own: Ctrl-C reaches us alone, and we stop them in turn.
            running.append(subprocess.Popen(command, env=env, start_new_session=True))
        ended, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        name = "web" if ended == running[0].pid else "worker"
        print(f"The {name} process ended by itself with code {code}.", flush=True)
        return code or 1
    finally:
        print("\nStopping", flush=True)
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


if __name__ == "__main__":
    main()

"""All checks, as `make test` and CI run them: `check.py all|lint|deep`. Stops at the first that fails."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from postgres import postgres

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
LINT = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "--quiet", "."],
    ["mypy"],
    ["lint-imports", "--no-logo"],
    ["djlint", "--lint", "--quiet", "casereview"],
    [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
    [PYTHON, "manage.py", "check"],
]
# Two workers; a file's tests stay together, so that what a file starts (a server, a scanner) starts once. In the order
# of the files: the journeys, which take longest, come first, and no worker waits for the other's at the end.
PYTEST = [PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    os.chdir(ROOT)
    what = sys.argv[1] if len(sys.argv) == 2 else ""
    if what == "all":
        lint()
        on_sqlite(PYTEST)
        on_postgresql([*PYTEST, "--database-only"])
    elif what == "lint":
        lint()
    elif what == "deep":
        os.environ["HYPOTHESIS_PROFILE"] = "deep"
        on_sqlite([*PYTEST, "-m", "deep or hypothesis"])
    else:
        sys.exit("usage: check.py all|lint|deep")


def lint() -> None:
    """Everything that reads the code without running the product's tests."""
    for command in LINT:
        run(command, environment())


def on_sqlite(pytest: list[str]) -> None:
    """Everything once: rules, pages in the browser, and whatever touches the database on SQLite."""
    run(pytest, environment(DATABASE_URL="sqlite://:memory:"))


def on_postgresql(pytest: list[str]) -> None:
    """Whatever touches the database again on PostgreSQL; pytest itself refuses another database."""
    with postgres() as address:
        run(pytest, environment(DATABASE_URL=address))


def environment(**changes: str) -> dict[str, str]:
    """This process' environment, tools of .venv first, and no database but the one named."""
    tools = f"{Path(PYTHON).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "PATH": tools, **changes}


def run(command: list[str], env: dict[str, str]) -> None:
    """Says what it runs, runs it, and ends this process with the same code if it fails."""
    print(f"\n$ {' '.join(command)}", flush=True)
    with subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL) as running:
        try:
            code = running.wait()
        except BaseException:
            running.terminate()
            raise
    if code:
        sys.exit(code)


if __name__ == "__main__":
    main()

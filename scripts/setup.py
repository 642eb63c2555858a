"""Makes .venv and installs the pinned requirements into it: `python3 scripts/setup.py base|dev`.

`base` is what the service needs, `dev` also what checks it. Quick when nothing changed.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"  # one line a set of requirements that is wholly installed
UV = "uv==0.13.9"


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in packages.SYSTEM:
        sys.exit("usage: setup.py base|dev")
    if sys.version_info < (3, 11):  # noqa: UP036 - the reader may have an older one
        sys.exit(f"Case Review needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
    packages.install(packages.SYSTEM[wanted])
    if fingerprint(wanted) in installed():
        return
    if not PYTHON.exists():
        make_venv()
    install(wanted)
    # dev holds everything of base, so that a demo after a test run does not take anything away again
    sets = ["base", "dev"] if wanted == "dev" else ["base"]
    STAMP.write_text("".join(f"{fingerprint(name)}\n" for name in sets))


def fingerprint(wanted: str) -> str:
    """One line that changes when the requirements or the interpreter do."""
    pins = (ROOT / "requirements" / f"{wanted}.txt").read_bytes()
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{wanted} {version} {hashlib.sha256(pins).hexdigest()}"


def installed() -> list[str]:
    """The lines of the stamp; none when the interpreter of .venv has gone."""
    return STAMP.read_text().splitlines() if STAMP.exists() and PYTHON.exists() else []


def make_venv() -> None:
    """Debian leaves ensurepip out of python3: its package python3-venv brings it."""
    print(f"Making {VENV.name} with {sys.executable}", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if not packages.install(["python3-venv"]):
        sys.exit("Python cannot make a virtual environment. On Debian: apt-get install python3-venv")
    subprocess.run(command, check=True)


def install(wanted: str) -> None:
    """With uv where it can be had, else with pip: both read the same hashes."""
    pins = f"requirements/{wanted}.txt"
    print(f"Installing {pins} into {VENV.name}", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    if subprocess.run([*pip, UV], check=False).returncode == 0:
        uv = [str(VENV / "bin" / "uv"), "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON)]
        if subprocess.run([*uv, pins], check=False, cwd=ROOT).returncode == 0:
            return
    print("uv could not do it: installing with pip, which takes longer", flush=True)
    subprocess.run([*pip, "--require-hashes", "-r", pins], check=True, cwd=ROOT)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"Failed: {' '.join(map(str, error.cmd))}")

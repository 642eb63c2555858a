"""The Debian packages that no Python package brings along: installed where allowed, else named exactly."""

import os
import shutil
import subprocess

PDF = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation"]
SYSTEM = {
    "base": PDF,
    "dev": [*PDF, "chromium", "postgresql", "clamav-daemon"],  # a real browser, database and virus scanner
}


def install(wanted: list[str]) -> bool:
    """Whether all are there afterwards. Where it may not install, or there is no apt-get, it names them."""
    missing = [name for name in wanted if not is_installed(name)]
    if not missing:
        return True
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not become_root or can_sudo()):
        print(f"Installing Debian packages: {' '.join(missing)}", flush=True)
        run = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        for command in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            subprocess.run([*run, *command], check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        missing = [name for name in missing if not is_installed(name)]
    if missing:
        print(f"Missing system packages. As root: apt-get install {' '.join(missing)}", flush=True)
    return not missing


def is_installed(name: str) -> bool:
    """Whether Debian's package manager holds `name` as fully installed."""
    if not shutil.which("dpkg-query"):
        return False
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", name]
    answer = subprocess.run(query, check=False, capture_output=True, text=True)
    return answer.stdout == "installed"


def can_sudo() -> bool:
    """Whether sudo works without asking for a password."""
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0

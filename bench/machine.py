"""What a measurement was made on: figures of one machine say little about another."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from django.db import connection


def machine() -> str:
    """The processors, the memory, what else they do at this moment, and the versions that matter."""
    found = Path("/proc/cpuinfo").read_text().splitlines()
    model = next(
        (line.partition(":")[2].strip() for line in found if line.startswith("model name")), "unknown"
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = cursor.fetchone()[0].split()[0]
    versions = ", ".join(f"{name} {version(name)}" for name in ("Django", "gunicorn", "psycopg"))
    return (
        f"{os.cpu_count()} × {model}, {memory:.0f} GB; load {os.getloadavg()[0]:.1f} before we began\n"
        f"Python {platform.python_version()}, {versions}, PostgreSQL {server}"
    )

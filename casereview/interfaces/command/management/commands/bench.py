"""Speed and memory at 20 and 20,000 cases, served with gunicorn on a PostgreSQL database of its own."""

import os
import secrets
import signal
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

FEW, MANY = 20, 20_000


class Command(BaseCommand):
    """`manage.py bench [--cases 20000]`: wants DATABASE_URL to name a PostgreSQL on which it may make a database."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """`--inside` is how the command calls itself once its database is there."""
        parser.add_argument("--cases", type=int, default=MANY, help="the larger of the two sizes")
        parser.add_argument(
            "--inside", action="store_true", help="measure in the database of DATABASE_URL itself"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make a database, measure in it, and take it away again."""
        if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
            raise CommandError("Speed is measured on PostgreSQL: set DATABASE_URL, or call `make bench`.")
        if options["inside"]:
            self._measure(options["cases"])
            return
        from bench.database import database

        # A termination must pass through the end of the block, or the database would outlive us.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        with database(os.environ["DATABASE_URL"]) as address:
            env = {**os.environ, "DATABASE_URL": address, "CASEREVIEW_DEMO": "true", "DEBUG": "false"}
            env |= {"SECRET_KEY": secrets.token_hex(32), "SERVICE_URL": "http://127.0.0.1"}
            env["EMAIL_URL"] = "dummymail://"  # letters of the stories go nowhere
            for command in (
                ["migrate", "--verbosity=0"],
                ["collectstatic", "--noinput", "--verbosity=0"],
                ["bench", "--inside", f"--cases={options['cases']}"],
            ):
                if subprocess.run([sys.executable, "manage.py", *command], check=False, env=env).returncode:  # noqa: S603
                    raise CommandError(f"manage.py {command[0]} failed.")

    def _measure(self, cases: int) -> None:
        from bench import known, threshold, what_if
        from bench.machine import machine
        from bench.measure import REQUESTS, ROUNDS, WARM
        from bench.run import fill, run
        from demo.place import build

        self.stdout.write(machine())
        self.stdout.write(
            f"Each page is asked for {ROUNDS * REQUESTS} times, the pages in turn, after {WARM} times unmeasured; "
            "one request at a time, a new connection for each. Bare view: 25 rows by one indexed query, as JSON."
        )
        build()
        fill(FEW, 1, self.stdout.write)
        run(self.stdout.write)
        fill(cases - FEW, 2, self.stdout.write)
        run(self.stdout.write)
        what_if.measure(self.stdout.write)
        threshold.measure(self.stdout.write)
        known.measure(self.stdout.write)

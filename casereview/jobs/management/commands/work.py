"""Does what needs no person: sends letters, expires drafts. Runs until stopped (Ctrl-C, SIGTERM)."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from casereview.jobs.work import Worker
from casereview.people.checks import refuse_unsafe_start


class Command(BaseCommand):
    """`manage.py work [--once]`; any number of them may run side by side."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """--once: one round of every job, then end."""
        parser.add_argument("--once", action="store_true", help="one round of every job, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; a signal ends it after the job at hand. Refuses to start where the web would."""
        refuse_unsafe_start()
        worker = Worker()
        if options["once"]:
            self.stdout.write(f"{worker.round()} done.")
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stop())
        worker.run()

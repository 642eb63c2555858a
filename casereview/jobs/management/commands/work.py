"""Does what needs no person: sends letters, expires drafts. Runs until stopped (Ctrl-C, SIGTERM)."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from casereview.jobs.work import Worker, loops
from casereview.people.checks import refuse_unsafe_start


class Command(BaseCommand):
    """`manage.py work [--once]`; any number of them may run side by side."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """--once: one round of every job, then end."""
        parser.add_argument("--once", action="store_true", help="one round of every job, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; a signal ends it after what is at hand. Refuses to start where the web would."""
        refuse_unsafe_start()
        if options["once"]:
            self.stdout.write(f"{Worker().round()} done.")
            return
        workers = loops()

        def stop(*_: object) -> None:
            for worker in workers:
                worker.stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        threads = [threading.Thread(target=worker.run) for worker in workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

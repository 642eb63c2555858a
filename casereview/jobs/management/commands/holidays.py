"""A bank holiday that the shipped table does not have yet, and every open date that it moves.

manage.py holidays add 2027-05-10 "Coronation day" --known-from 2026-12-01
"""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from casereview.cases import rules
from casereview.cases.models import BankHoliday
from casereview.cases.postgresql.roles import acting, writing
from casereview.jobs.recalculate import recalculate
from casereview.people.viewer import SYSTEM


class Command(BaseCommand):
    """Adds one holiday, recalculates open deadlines, and says how many moved. May be repeated."""

    help = "Add a bank holiday to this installation; open deadlines that it moves are recorded and told."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`known-from` is the day on which it was announced: clocks that had stopped by then keep their dates."""
        adding = parser.add_subparsers(dest="what", required=True).add_parser("add", help="add one day")
        adding.add_argument("on", type=date.fromisoformat, metavar="DATE", help="such as 2027-05-10")
        adding.add_argument("name", help='such as "Coronation day"')
        adding.add_argument("--known-from", type=date.fromisoformat, default=None, help="today unless told")
        adding.add_argument("--source", default="", help="where it was announced")

    def handle(self, *args: Any, on: date, name: str, **options: Any) -> None:
        """Add it and recalculate. Exit 1 for a day that is a holiday already."""
        if on in {holiday.on for holiday in rules.calendar().holidays if holiday.withdrawn is None}:
            raise CommandError(f"{on} is a bank holiday already.")
        known_from = options["known_from"] or timezone.localdate()
        with acting(SYSTEM):
            with transaction.atomic(), writing():
                BankHoliday.objects.create(on=on, name=name, known_from=known_from, source=options["source"])
            moved = recalculate()
        self.stdout.write(f"{name} on {on} added; {moved} open dates moved.")
        # By when an applicant must hear again is no clock's date: nothing is recorded of it, yet it moves too.
        call_command("rebuild", stdout=self.stdout)

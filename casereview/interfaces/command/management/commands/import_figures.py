"""Imports the yearly tables that an area published by hand: `manage.py import_figures FILE` (.csv or .json)."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from casereview.interfaces.command.arguments import unreadable
from casereview.schemes.load import all_areas
from casereview.statistics import past


class Command(BaseCommand):
    """All of the file or nothing; the same file again changes nothing."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and whether it may correct what was imported before."""
        parser.add_argument("file", type=Path, help="columns or keys: see casereview/statistics/past.py")
        parser.add_argument(
            "--replace", action="store_true", help="where a row differs from an earlier import, take this one"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, and say what was done; exit 2 with one line on stderr for a file that cannot be used."""
        try:
            rows = past.read(options["file"])
            done = past.save(rows, replace=options["replace"])
        except past.Unreadable as error:
            raise unreadable(str(options["file"]), str(error)) from error
        self.stdout.write(
            f"{done.added} periods added, {done.known} known already, {done.replaced} replaced."
        )
        if elsewhere := sorted({row.area for row in rows} - set(all_areas())):
            self.stdout.write(f"No page shows these until they have a scheme here: {', '.join(elsewhere)}.")
        for row in rows:
            if not row.fits:
                self.stdout.write(
                    f"{row}: the totals do not fit together. They are shown as they were published."
                )

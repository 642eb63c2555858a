"""`manage.py process` prints the procedure; `--write` makes PROCESS.md and three pages of docs/ anew."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from casereview.interfaces.command import process_page, seed_page
from casereview.interfaces.command.coverage import page as schemes_page
from casereview.interfaces.command.reference import page as language_page

ROOT = Path(__file__).resolve().parents[5]
PAGES = {
    ROOT / "PROCESS.md": process_page.page,
    ROOT / "docs" / "seed-coverage.md": seed_page.page,
    ROOT / "docs" / "schemes.md": schemes_page.page,
    ROOT / "docs" / "scheme-language.md": language_page.page,
}


class Command(BaseCommand):
    """Needs no database."""

    help = (
        "Print the procedure as it is made from the steps, or write it and the pages of docs/ that are made."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Only where to."""
        parser.add_argument("--write", action="store_true", help="write the four pages")

    def handle(self, *args: Any, write: bool, **options: Any) -> None:
        """Print or write."""
        if write:
            for path, page in PAGES.items():
                path.write_text(page(), encoding="utf-8")
        else:
            self.stdout.write(process_page.page())

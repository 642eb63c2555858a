"""`manage.py scheme check FILE…` and `manage.py scheme show AREA`: an area's rules, without a database."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from casereview.interfaces.command.arguments import day, unreadable
from casereview.process import events
from casereview.schemes.load import SchemeFault, by_name, check_file
from casereview.schemes.model import Scheme
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.wording.codes import code_words
from casereview.wording.scheme import whole


class Command(BaseCommand):
    help = "Check a scheme's file, or show an area's rules in plain English."
    requires_system_checks: list[str] = []  # needs neither database nor settings of an installation

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True)
        checking = kinds.add_parser("check", help="say what is wrong with these files; exit 1 if anything is")
        checking.add_argument("files", nargs="+", type=Path, metavar="FILE")
        showing = kinds.add_parser("show", help="say the rules of an area as sentences")
        showing.add_argument("area", metavar="AREA", help="such as durham")
        showing.add_argument("--on", help="the rules of that day, such as 2027-04-01")

    def handle(self, *args: Any, kind: str, **options: Any) -> None:
        if kind == "check":
            self.check_files(options["files"])
        else:
            self.show(options["area"], day("--on", options["on"]) if options["on"] else None)

    def check_files(self, files: list[Path]) -> None:
        """One line for each fault; exit 1 if there is any."""
        wrong = False
        for path in files:
            result = check_file(path, events())
            if isinstance(result, Scheme):
                said = f"{path}: {result.area} from {result.starts}, no faults"
                self.stdout.write(f"{said}, {len(result.readings)} readings of ours")
            else:
                wrong = True
                for fault in result:
                    self.stderr.write(str(fault))
        if wrong:
            raise SystemExit(1)

    def show(self, area: str, on: date | None) -> None:
        try:
            scheme = by_name(area, on)
        except SchemeFault as fault:
            raise unreadable("AREA", str(fault)) from fault
        for section in whole(scheme):
            self.stdout.write(f"\n{section.heading}")
            for line in section.lines:
                self.stdout.write(f"  {line}")
            if section.source:
                self.stdout.write(f"  [{section.source}]")
        self.show_codes("Judged codes: findings that people make", judged_codes(scheme))
        self.show_codes("Discount codes: why a report does not count", DISCOUNTS)
        self.show_codes("Unknown codes: what is missing to count a report", NEEDS)

    def show_codes(self, heading: str, codes: dict[str, str]) -> None:
        self.stdout.write(f"\n{heading}")
        for code, meaning in codes.items():
            self.stdout.write(f"  {code}: {meaning}")


def judged_codes(scheme: Scheme) -> dict[str, str]:
    """Every finding that a route of this scheme asks for."""
    codes = [finding.code for route in scheme.routes for finding in route.judged]
    return {code: code_words(scheme, "judged", code) for code in codes}

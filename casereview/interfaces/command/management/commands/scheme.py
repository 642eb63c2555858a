"""`manage.py scheme new AREA`, `check FILE…`, `show AREA`, `diff A B`: areas' rules, without a database.

And `whatif FILE`: what would change if an area's cases were under these.
"""

from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.interfaces.command.arguments import day, unreadable
from casereview.interfaces.command.interview.begin import BrokenOff, Refused, new_scheme
from casereview.interfaces.command.what_if import Faulty, lines
from casereview.process import events
from casereview.schemes.faults import REFERENCE
from casereview.schemes.load import SchemeFault, by_name, check_file, folder, newest
from casereview.schemes.model import Scheme
from casereview.schemes.receipt import DISCOUNTS, NEEDS
from casereview.wording.codes import code_words
from casereview.wording.compared import (
    alike_sentence,
    part_heading,
    part_sentences,
    part_source,
    sides,
    silent_sentence,
    summary,
)
from casereview.wording.differences import compared
from casereview.wording.scheme import whole
from casereview.wording.unstated import unstated_section


class Command(BaseCommand):
    help = "Write a scheme, check one, show it in plain English, say how two differ, or what would change under one."
    requires_system_checks: list[str] = []  # needs neither database nor settings of an installation

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True)
        asking = kinds.add_parser("new", help="ask about an area's page and write its scheme")
        asking.add_argument("area", metavar="AREA", help="its name, such as 'St Helens'")
        checking = kinds.add_parser("check", help="say what is wrong with these files; exit 1 if anything is")
        checking.add_argument("files", nargs="+", type=Path, metavar="FILE")
        showing = kinds.add_parser("show", help="say the rules of an area as sentences")
        showing.add_argument("area", metavar="AREA", help="such as durham")
        showing.add_argument(
            "--on", help="the rules of that day, such as 2027-04-01; unless told, the newest"
        )
        comparing = kinds.add_parser("diff", help="say as sentences how two schemes differ")
        for name in ("A", "B"):
            comparing.add_argument(name, help="an area such as durham, or a file such as schemes/durham.toml")
        comparing.add_argument(
            "--on", help="the rules of that day, such as 2027-04-01; a file is one version"
        )

        asked = kinds.add_parser("whatif", help="rerun the area's cases under these rules; changes nothing")
        asked.add_argument("file", type=Path, metavar="NEW.toml", help="such as durham-2027-04-01.toml")
        asked.add_argument("--json", action="store_true", help="everything that was found, as JSON")

    def handle(self, *args: Any, kind: str, **options: Any) -> None:
        if kind == "new":
            self.ask(options["area"])
            return
        if kind == "check":
            self.check_files(options["files"])
            return
        if kind == "whatif":
            self.rerun(options["file"], as_json=options["json"])
            return
        on = day("--on", options["on"]) if options["on"] else None
        if kind == "show":
            self.show(options["area"], on)
        else:
            self.compare((options["A"], options["B"]), on)

    def ask(self, area: str) -> None:
        """The questions, then the scheme that was made of the answers, and what to do with it next."""
        try:
            scheme = new_scheme(area, lambda: input("> "), self.stdout.write, timezone.localdate())
        except Refused as refused:
            raise unreadable("AREA", str(refused)) from refused
        except BrokenOff as ended:
            raise CommandError(str(ended)) from ended
        except OSError as error:
            raise unreadable("SCHEMES_DIR", f"{error.filename}: {error.strerror}.") from error
        self.show_rules(scheme)
        self.stdout.write(
            "\n"
            + _(
                "Hold this against the page. %(reference)s tells what a file may hold. Mend what is wrong, then:"
            )
            % {"reference": REFERENCE}
        )
        self.stdout.write(f"  manage.py scheme check {folder() / scheme.code}.toml")
        self.stdout.write(f"  manage.py scheme show {scheme.code}")

    def check_files(self, files: list[Path]) -> None:
        """One line for each fault; exit 1 if there is any."""
        wrong = False
        for path in files:
            result = check_file(path, events())
            if isinstance(result, Scheme):
                said = f"{path}: {result.area} from {result.starts}, no faults"
                number = len(result.readings)
                ours = ngettext("%(n)s reading of ours", "%(n)s readings of ours", number) % {"n": number}
                self.stdout.write(f"{said}, {ours}")
            else:
                wrong = True
                for fault in result:
                    self.stderr.write(str(fault))
        if wrong:
            raise SystemExit(1)

    def rerun(self, path: Path, *, as_json: bool) -> None:
        """What would change; exit 1 with a line for each fault of a file that is no scheme."""
        try:
            for line in lines(path, as_json=as_json):
                self.stdout.write(line)
        except Faulty as wrong:
            for fault in wrong.faults:
                self.stderr.write(str(fault))
            raise SystemExit(1) from wrong

    def show(self, area: str, on: date | None) -> None:
        scheme = rules(area, on, "AREA")
        self.show_rules(scheme)
        self.show_codes("Judged codes: findings that people make", judged_codes(scheme))
        self.show_codes("Discount codes: why a report does not count", DISCOUNTS)
        self.show_codes("Unknown codes: what is missing to count a report", NEEDS)

    def show_rules(self, scheme: Scheme) -> None:
        for section in (*whole(scheme), unstated_section(scheme)):
            if section.lines:
                self.show_part(section.heading, section.lines, section.source)

    def compare(self, given: tuple[str, str], on: date | None) -> None:
        """What differs, section by section, then in one line what is alike."""
        if on and all(is_file(each) for each in given):
            raise unreadable("--on", "a file holds the rules of one version: name an area, or leave it out.")
        schemes = [scheme_of(each, on, where) for each, where in zip(given, ("A", "B"), strict=True)]
        one, other = sides(schemes[0], schemes[1], given)
        found = compared(one.scheme, other.scheme)
        self.stdout.write(summary(one, other, found))
        for part in found.parts:
            if part.differences:
                self.show_part(
                    part_heading(part), part_sentences(one, other, part), part_source(one, other, part)
                )
        for line in (silent_sentence(found), alike_sentence(found) if found.number else ""):
            if line:
                self.stdout.write(f"\n{line}")

    def show_part(self, heading: str, lines: Iterable[str], source: str) -> None:
        self.stdout.write(f"\n{heading}")
        for line in lines:
            self.stdout.write(f"  {line}")
        if source:
            self.stdout.write(f"  [{source}]")

    def show_codes(self, heading: str, codes: dict[str, str]) -> None:
        self.stdout.write(f"\n{heading}")
        for code, meaning in codes.items():
            self.stdout.write(f"  {code}: {meaning}")


def is_file(given: str) -> bool:
    return "/" in given or given.endswith(".toml")


def scheme_of(given: str, on: date | None, where: str) -> Scheme:
    """The scheme of a file, or an area's rules of that day. Raises `unreadable`."""
    if not is_file(given):
        return rules(given, on, where)
    found = check_file(Path(given), events())
    if isinstance(found, list):
        raise unreadable(where, "; ".join(str(fault) for fault in found))
    return found


def rules(area: str, on: date | None, where: str) -> Scheme:
    """An area's rules of that day, or its newest. Raises `unreadable`."""
    try:
        return by_name(area, on) if on else newest(area)
    except SchemeFault as fault:
        raise unreadable(where, str(fault)) from fault


def judged_codes(scheme: Scheme) -> dict[str, str]:
    """Every finding that a route of this scheme asks for."""
    codes = [finding.code for route in scheme.routes for finding in route.judged]
    return {code: code_words(scheme, "judged", code) for code in codes}

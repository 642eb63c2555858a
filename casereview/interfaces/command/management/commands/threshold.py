"""`manage.py threshold --scheme durham FILE.json`: a threshold receipt, JSON in and out."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter

from casereview.interfaces.command.threshold_help import explained
from casereview.schemes.application_json import MAX_CHARACTERS, read_text
from casereview.schemes.faults import nearest
from casereview.schemes.json_place import BadInput
from casereview.schemes.load import SchemeFault, by_name
from casereview.schemes.model import Scheme
from casereview.schemes.receipt_json import as_json
from casereview.schemes.threshold import assess


class AsWritten(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Help whose text keeps its lines."""


class Command(BaseCommand):
    help = "Prints the threshold receipt of an application. Unreadable input: one line on stderr, exit 2."
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """With the sample as it is written, line by line."""
        kwargs |= {"formatter_class": AsWritten, "epilog": explained()}
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE.json", help="the application; - is standard input")
        parser.add_argument("--scheme", required=True, metavar="AREA", help="such as durham")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            application = read_text(_text(options["file"]))
            scheme = by_name(options["scheme"], application.received)
            _known_findings(scheme, application.judged)
            receipt = assess(scheme, application)
        except (BadInput, SchemeFault, OSError) as error:
            raise CommandError(" ".join(str(error).split()), returncode=2) from None
        self.stdout.write(json.dumps(as_json(receipt), indent=2))


def _text(file: str) -> str:
    if file == "-":
        if sys.stdin is None:  # whoever started us closed it
            raise BadInput("standard input", "is closed")
        content = sys.stdin.buffer.read(4 * MAX_CHARACTERS + 1)
    else:
        with Path(file).open("rb") as opened:
            content = opened.read(4 * MAX_CHARACTERS + 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("the input", f"not UTF-8 text, at byte {error.start}") from None


def _known_findings(scheme: Scheme, judged: dict[str, bool | None]) -> None:
    """A misspelt finding would silently stay open. Not in `assess`: a case may hold findings of older rules."""
    known = {each.code for route in scheme.routes for each in route.judged}
    for code in judged:
        if code not in known:
            said = f"no route of {scheme.code} asks for this finding.{nearest(code, known)}"
            raise BadInput(f"judged.{code[:60]}", said)

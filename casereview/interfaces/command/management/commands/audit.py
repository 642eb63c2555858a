"""`manage.py audit export FILE` and `manage.py audit verify FILE`: proof, for an outsider, that nothing was altered."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from casereview.audit.export import Checked, as_line, check, lines
from casereview.cases.chain import broken_line, spine
from casereview.cases.models import Fact
from casereview.cases.postgresql.roles import acting
from casereview.interfaces.command.arguments import unreadable
from casereview.people.viewer import SYSTEM

KEPT = {"seal": 3, "entry": 6, "fact": 13}  # what a line may hold, and how long its list is


class Command(BaseCommand):
    help = "Write the audit trail and the chain of every case into a file, or check such a file."
    requires_system_checks: list[str] = []  # verifying needs no database: whoever holds the file may do it

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True)
        for kind, about in (
            ("export", "write who read and wrote what, and the facts without words, into a file"),
            ("verify", "work out every hash of such a file anew; exit 1 if one does not fit"),
        ):
            kinds.add_parser(kind, help=about).add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, kind: str, file: Path, **options: Any) -> None:
        try:
            self.export(file) if kind == "export" else self.verify(file)
        except OSError as error:
            raise unreadable(str(file), error.strerror or "cannot be used.") from error

    def export(self, file: Path) -> None:
        """Write it, and say how many lines there are. Never over a file that is there."""
        with acting(SYSTEM), file.open("x", encoding="ascii") as out:
            count = 0
            for value in chain(lines(), _facts()):
                out.write(as_line(value))
                count += 1
        self.stdout.write(f"{count} lines written to {file}.")

    def verify(self, file: Path) -> None:
        """Say what was checked and what does not fit; exit 1 if anything does not."""
        trail, (cases, facts, broken) = check(_read(file)), _chains(_read(file))
        for fault in (*trail.faults, *broken):
            self.stderr.write(fault)
        self.stdout.write(_said(trail, cases, facts))
        if trail.faults or broken:
            raise SystemExit(1)
        self.stdout.write("Every hash fits. Nothing in this file was altered after it was recorded.")


def _facts() -> Iterator[dict[str, Any]]:
    for fact in Fact.objects.order_by("case", "number").iterator(chunk_size=2000):
        yield {"fact": spine(fact), "hash": fact.hash}


def _read(file: Path) -> Iterator[dict[str, Any]]:
    """The lines of the file. Raises `unreadable` for one that is none of ours."""
    with file.open(encoding="utf-8", errors="replace") as text:
        for number, line in enumerate(text, start=1):
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                value = None
            if not _is_ours(value):
                raise unreadable(f"{file}, line {number}", "this is no line of an exported audit trail.")
            yield value


def _is_ours(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    held = [isinstance(value.get(name), list) and len(value[name]) == size for name, size in KEPT.items()]
    hashed = "entry" in value or isinstance(value.get("hash"), str)
    return sum(held) == 1 and hashed and ("seal" not in value or isinstance(value.get("before"), str))


def _chains(told: Iterable[dict[str, Any]]) -> tuple[int, int, list[str]]:
    """How many cases and facts there are, and a sentence for each case whose chain breaks."""
    cases, facts, broken = 0, 0, []
    spines = ((value["fact"], value["hash"]) for value in told if "fact" in value)
    for case, each in groupby(spines, key=lambda pair: pair[0][0]):
        links = list(each)
        cases, facts = cases + 1, facts + len(links)
        if (number := broken_line(links)) is not None:
            broken.append(f"The case {case}: its chain breaks at fact {number}.")
    return cases, facts, broken


def _said(trail: Checked, cases: int, facts: int) -> str:
    seals = f"{trail.entries} entries under {trail.seals} seals; {facts} facts of {cases} cases."
    return f"{seals}\nThe last seal: {trail.last or 'none'}"

"""By when something must be done under an area's scheme, with the days left out and why.

manage.py deadline --scheme durham --clock review --start 2026-12-18
"""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from casereview.clocks.calendar import BeyondHorizon, england_and_wales
from casereview.clocks.deadline import Receipt, backwards, deadline
from casereview.interfaces.command.arguments import day, unreadable
from casereview.schemes.faults import nearest
from casereview.schemes.load import SchemeFault, by_name
from casereview.schemes.model import Clock, Scheme, StandingGroup
from casereview.wording.clocks import its_words_sentence
from casereview.wording.deadlines import deadline_words, meeting_words


class Command(BaseCommand):
    """Needs no database and no case: an area, one of its clocks, and the day on which that clock starts."""

    help = __doc__
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Dates stay text here, so that a wrong one is answered in one line."""
        parser.add_argument("--scheme", required=True, help="the area's code, such as durham")
        parser.add_argument("--clock", required=True, help="the clock's name in the scheme, such as review")
        parser.add_argument(
            "--start", required=True, help="YYYY-MM-DD; for a clock that counts back, the event"
        )
        parser.add_argument("--json", action="store_true", help="the receipt as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the receipt. Exit 2 with one line on stderr for input that cannot be used."""
        start = day("--start", options["start"])
        scheme = _scheme(options["scheme"], start)
        clock = _clock(scheme, options["clock"])
        group = scheme.group if clock.until else None
        receipt = _receipt(clock, start, group)
        text = json.dumps(_as_json(clock, receipt)) if options["json"] else _plain(clock, receipt, group)
        self.stdout.write(text)


def _scheme(code: str, on: date) -> Scheme:
    try:
        return by_name(code, on)
    except SchemeFault as fault:
        raise unreadable("--scheme", str(fault)) from fault


def _clock(scheme: Scheme, name: str) -> Clock:
    if name not in scheme.clocks:
        said = f"{scheme.code} has no clock {name[:40]!r}.{nearest(name, scheme.clocks)}"
        raise unreadable("--clock", f"{said} It has: {', '.join(scheme.clocks)}.")
    return scheme.clocks[name]


def _receipt(clock: Clock, start: date, group: StandingGroup | None) -> Receipt:
    """group: at whose next meeting it is due; None where a length is counted."""
    if group:
        return Receipt(start, group.next_after(start), None, (), clock.source)
    count = backwards if clock.counts_back_from else deadline
    try:
        return count(start, clock.length, england_and_wales(), clock.source)
    except BeyondHorizon as beyond:
        raise unreadable("--start", str(beyond)) from beyond


def _as_json(clock: Clock, receipt: Receipt) -> dict[str, Any]:
    """The receipt, and `says` where the page has words of its own for the time, as the file has them."""
    return receipt.as_json() | ({"says": clock.says} if clock.says else {})


def _plain(clock: Clock, receipt: Receipt, group: StandingGroup | None) -> str:
    says = its_words_sentence(clock)
    when = meeting_words(receipt, group) if group else deadline_words(receipt)
    lines = [f"{clock.name}: {when}", *([says] if says else []), f"Source: {clock.source}"]
    return "\n".join(lines)

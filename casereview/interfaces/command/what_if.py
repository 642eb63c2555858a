"""`manage.py scheme whatif NEW.toml`: what would change under these rules, in sentences or as JSON. Changes nothing."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from casereview.interfaces.command.arguments import unreadable
from casereview.interfaces.what_if import parts
from casereview.process import events
from casereview.schemes.load import Fault, SchemeFault, check_file
from casereview.schemes.model import Scheme
from casereview.statistics.whatif import WhatIf, what_if
from casereview.wording.dates import short_date


class Faulty(Exception):
    """The file is no scheme; `faults` says what to mend."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(*faults)
        self.faults = faults


def lines(path: Path, *, as_json: bool) -> Iterator[str]:
    """What there is to print. Raises Faulty, and `unreadable` for an area without rules in force."""
    scheme = check_file(path, events())
    if not isinstance(scheme, Scheme):
        raise Faulty(scheme)
    try:
        found = _found(scheme)
    except SchemeFault as fault:
        raise unreadable("NEW.toml", str(fault)) from fault
    if as_json:
        yield json.dumps(found.as_json(), indent=2)
        return
    day = {"area": scheme.area, "day": short_date(scheme.starts)}
    yield _("What would change in %(area)s under the proposed rules from %(day)s") % day
    for part in parts(found):
        yield f"\n{part.heading}"
        yield from (f"  {line}" for line in part.lines)


def _found(scheme: Scheme) -> WhatIf:
    """With a bar on the terminal while it works; without one where nobody watches."""
    columns = (TextColumn(_("Cases rerun")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    watched = sys.stderr is not None and sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not watched) as bar:
        task = bar.add_task("")
        return what_if(scheme, lambda done, of: bar.update(task, completed=done, total=of))

"""What one reading of a file gathers: its faults, our readings of the page's silences, and how values are shown."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from casereview.schemes.faults import Fault
from casereview.schemes.lines import Path, line_index, line_of
from casereview.schemes.model import Reading

KINDS = {
    str: "text in quotation marks",
    int: "a whole number",
    bool: "true or false",
    datetime.date: "a date such as 2026-11-01, without quotation marks",
    dict: "a block",
    list: "a list in square brackets",
}


@dataclass
class Notes:
    """Gathered while the blocks of `text` are read."""

    text: str
    faults: list[Fault] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    @cached_property
    def lines(self) -> dict[Path, int]:
        """Where everything stands; nobody asks in a file without faults."""
        return line_index(self.text)

    def fault(self, path: Path, label: str, message: str) -> None:
        self.faults.append(Fault(line_of(self.lines, path), label, message))


def shown(value: object) -> str:
    """A value as it may stand in a message: short, and as it is written in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a block"
    if isinstance(value, list):
        return "a list"
    text = str(value) if not isinstance(value, int) or abs(value) < 10**12 else "a very long number"
    return f'"{text[:40]}"' if isinstance(value, str) else text[:40]

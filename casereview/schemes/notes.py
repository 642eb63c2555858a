"""What one reading of a file gathers: its faults, our readings of the page's silences, and how values are shown."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from casereview.clocks.length import UNITS
from casereview.schemes.asked import Asked
from casereview.schemes.faults import Fault, nearest
from casereview.schemes.lines import Path, line_index, line_of
from casereview.schemes.model import Reading

MOST_NAMED = 14
_LENGTH = re.compile(r"\s*(\d{1,4})[\s_-]*(working[\s_-]day|day|week|month)s?\s*", re.IGNORECASE)
KINDS = {
    str: "text in quotation marks",
    int: "a whole number",
    bool: "true or false",
    datetime.date: "a date such as 2026-11-01, without quotation marks",
    dict: "a block in braces, { … }",
    list: "a list in square brackets, [ … ]",
}


@dataclass
class Notes:
    """Gathered while the blocks of `text` are read. homes: where a key stands that is not known in its block."""

    text: str
    homes: Mapping[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)  # what cannot be read
    refused: list[Fault] = field(default_factory=list)  # what can be read, and cannot be meant
    readings: list[Reading] = field(default_factory=list)
    asked: list[tuple[Path, dict[str, Asked]]] = field(default_factory=list)  # of each block
    languages: tuple[str, ...] = ()  # of the page, once they are read

    @cached_property
    def lines(self) -> dict[Path, int]:
        """Where everything stands; nobody asks in a file without faults."""
        return line_index(self.text)

    def fault(self, path: Path, label: str, message: str) -> None:
        self.faults.append(Fault(line_of(self.lines, path), label, message))

    def refuse(self, path: Path, label: str, message: str) -> None:
        self.refused.append(Fault(line_of(self.lines, path), label, message))


def not_so(value: object, kind: type, name: str) -> str:
    """What was expected of a value of another kind; name: the key under which it stands."""
    if kind is dict and isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return f"there is one of these at most: expected [{name}], in single brackets."
    if kind is list and isinstance(value, dict):
        return f"there may be several of these: expected [[{name}]], in double brackets."
    if kind is dict and _LENGTH.fullmatch(str(value)):
        return f"expected a length such as {like_length(value, UNITS)}, not {shown(value)}."
    return f"expected {KINDS[kind]}, not {shown(value)}."


def instead(key: str, known: Mapping[str, Asked], homes: Mapping[str, str]) -> str:
    """What to do with a key that may not stand in a block: to move it to its own, else what may stand there instead.

    That is the nearest known one, or all of them where a line holds them.
    """
    if key in homes:
        return f": it {homes[key]}."
    near = nearest(key, known)
    if near or len(known) > MOST_NAMED:
        return f".{near}"
    named = sorted(key for key, each in known.items() if each.kind != "no unit")
    return f": expected one of {', '.join(key for key in named if key not in {'stated', 'why'})}."


def like_length(value: object, units: tuple[str, ...]) -> str:
    """How a length is written in the file: the one that was meant, where words say it; in one of the `units`."""
    meant = _LENGTH.fullmatch(str(value))
    unit = re.sub(r"[\s-]", "_", meant[2].lower()) + "s" if meant else ""
    return f"{{ {unit if unit in units else units[0]} = {meant[1] if meant else 10} }}"


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

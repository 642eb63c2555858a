"""The trail in a file that an outsider can check with nothing else in hand: one JSON value a line.

A seal comes first, then the entries that it seals, then the next seal. Entries that nothing seals yet are not in it.
Whoever wants to be sure that the end was not cut off compares the last hash with one noted earlier, elsewhere.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from casereview.audit.models import Entry, Seal
from casereview.audit.trail import hash_of, row_of


def lines() -> Iterator[dict[str, Any]]:
    """Every seal with its entries, oldest first, as values for JSON."""
    last = 0
    for seal in Seal.objects.order_by("last").iterator():
        yield {
            "seal": [seal.first, seal.last, seal.count],
            "before": seal.before,
            "hash": seal.hash,
        }
        for entry in Entry.objects.filter(id__gt=last, id__lte=seal.last).order_by("id").iterator():
            yield {"entry": row_of(entry)}
        last = seal.last


@dataclass
class Checked:
    """What a reader of such a file found. faults: sentences; last: the hash of the last seal, "" without any."""

    seals: int = 0
    entries: int = 0
    last: str = ""
    faults: list[str] = field(default_factory=list)


def check(told: Iterable[dict[str, Any]]) -> Checked:
    """Work every hash out anew. What is no seal and no entry is passed over: it belongs to somebody else."""
    found = Checked()
    seal: dict[str, Any] | None = None
    rows: list[Any] = []
    for each in told:
        if "seal" in each:
            _close(found, seal, rows)
            seal, rows = each, []
        elif "entry" in each:
            rows.append(each["entry"])
    _close(found, seal, rows)
    return found


def _close(found: Checked, seal: dict[str, Any] | None, rows: list[Any]) -> None:
    """Compare a seal with the rows that followed it."""
    if seal is None:
        if rows:
            found.faults.append("Entries stand before the first seal.")
        return
    first, last, count = seal["seal"]
    name = f"The seal over entries {first} to {last}"
    if seal["before"] != found.last:
        found.faults.append(f"{name} does not follow the seal before it.")
    if len(rows) != count:
        found.faults.append(f"{name} is of {count} entries; the file has {len(rows)}.")
    elif hash_of(seal["before"], rows) != seal["hash"]:
        found.faults.append(f"{name} does not fit its entries: one was altered.")
    found.seals, found.entries, found.last = found.seals + 1, found.entries + len(rows), seal["hash"]


def as_line(value: dict[str, Any]) -> str:
    """One line of the file."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True) + "\n"

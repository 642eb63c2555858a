"""The day from which a scheme's text says that its rules hold, read and put in without touching anything else."""

import re
import tomllib
from datetime import date

from casereview.schemes.lines import line_index
from casereview.schemes.parse import LARGEST

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def first_day(text: str) -> date | None:
    """The `from` of a scheme's text; None where it has none, or is no TOML."""
    said = _parsed(text).get("from")
    found = said.get("value") if isinstance(said, dict) else said
    return found if type(found) is date else None


def with_first_day(text: str, day: date) -> str | None:
    """The text with this day as its `from`: that line alone is changed, and its comment kept; or one is put before all.

    None where that cannot be done: the text is no TOML, or the day in it stands in no usual place.
    """
    parsed = _parsed(text)
    if not parsed:
        return None
    try:
        changed = _replaced(text, day) if "from" in parsed else f"from = {day}\n{text}"
    except RecursionError:  # blocks within blocks, which no scheme has
        return None
    return changed if first_day(changed) == day else None


def _replaced(text: str, day: date) -> str:
    index, lines = line_index(text), text.split("\n")
    number = index.get(("from", "value"), index.get(("from",), 1))
    lines[number - 1] = _DAY.sub(day.isoformat(), lines[number - 1], count=1)
    return "\n".join(lines)


def _parsed(text: str) -> dict[str, object]:
    if len(text) > LARGEST:
        return {}
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}

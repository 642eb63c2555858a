"""A file's text as tables and values, within bounds; whatever it holds, this does not raise."""

import re
import tomllib
from typing import Any

from casereview.schemes.broken_line import explained
from casereview.schemes.faults import Fault

LARGEST = 128 * 1024  # characters; a long scheme has twelve thousand
LONGEST_LINE = 4000
DEEPEST = 8


def parse(text: str) -> dict[str, Any] | Fault:
    """What `text` says as TOML, or the first thing that keeps it from being TOML, at its line."""
    if len(text) > LARGEST:
        return Fault(1, "", f"the file has {len(text)} characters: expected at most {LARGEST}.")
    for number, long in enumerate(map(len, text.split("\n")), 1):
        if long > LONGEST_LINE:
            return Fault(number, "", f"this line has {long} characters: expected at most {LONGEST_LINE}.")
    try:
        parsed = tomllib.loads(text)
    except RecursionError:
        return Fault(1, "", f"blocks stand too deep within each other: expected at most {DEEPEST}.")
    except ValueError as error:  # tomllib's own error is one; so is a number too long for Python
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        said = re.sub(r" \(at .*\)$", "", str(error)).rstrip(".")
        line, message = explained(text, line, said)
        return Fault(line, "", message)
    if _depth(parsed) > DEEPEST:
        return Fault(1, "", f"blocks stand too deep within each other: expected at most {DEEPEST}.")
    return parsed


def _depth(value: object) -> int:
    """How deep tables and lists stand within each other, counted without recursion."""
    deepest, level = 0, [value]
    while level:
        inner: list[object] = []
        for one in level:
            inner += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        deepest, level = deepest + 1, [one for one in inner if isinstance(one, dict | list)]
        if deepest > DEEPEST:
            break
    return deepest

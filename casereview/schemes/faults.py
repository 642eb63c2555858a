"""What is wrong with a scheme's file, said so that whoever wrote the file can mend it."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

REFERENCE = "docs/scheme-language.md"
SLIP = 8 / 9  # alike but for a slip of the keyboard: one wrong letter in the shortest event, "plan_sent"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend. `line` counts from 1; `path` is where in the file ("clock.review.starts")."""

    line: int
    path: str
    message: str
    file: str = ""

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        return f"{self.file}:{self.line}: {place}{self.message}"


def nearest(word: str, known: Iterable[str]) -> str:
    """` Did you mean "review_held"?` for the known word most like `word`; nothing where none is like it."""
    found = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)
    return f' Did you mean "{found[0]}"?' if found else ""


def no_event(word: str, events: Mapping[str, str]) -> str:
    """That `word` is no event, and where they are listed; with its meaning the one that was surely meant.

    A word that is only somewhat like it may name what happens at quite another time. events: each in words.
    """
    found = difflib.get_close_matches(word[:80], events, n=1, cutoff=SLIP)
    near = f' Did you mean "{found[0]}" ({events[found[0]]})?' if found else ""
    return f'"{word[:40]}" is not an event of the procedure.{near} {REFERENCE} lists them.'

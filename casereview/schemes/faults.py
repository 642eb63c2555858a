"""What is wrong with a scheme's file, said so that whoever wrote the file can mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


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

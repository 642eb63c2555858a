"""Reads the letters: one prose file a letter and language, `prose/<code>.<language>.md`, found by scanning.

A file begins with its facts in TOML between two lines `+++`, then comes the letter in Markdown with `{{ values }}`:

    number   as in the table of letters: "L1"
    title    the letter's heading, which the recipient alone reads
    subject  what the e-mail's subject line says: it must tell a passer-by nothing
    to       who it is written to: "person", "body", "user" (a chair) or "support" (the support service)
    records  kinds of fact that are recorded, besides `letter_sent`, when it is sent
    serves   the event that it is the written notice of, from whose serving days run against somebody; "" for none
    has_page false where the recipient has no page of theirs (any more): neither letter nor notice sends them there
    clerked  true where the clerk of the appeal looks after it, and not the case's co-ordinator: letters to the panel
    calendar "request" or "cancel" where a calendar file goes with the e-mail: an invitation, or its withdrawal
    uses     the values that the prose may name, of `letters.values`; nothing else of a case reaches a letter
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent / "prose"
FENCE = "+++\n"


class UnknownLetter(LookupError):
    """There is no prose file of that code."""


@dataclass(frozen=True, slots=True)
class ProseFile:
    """One letter in one language, as it stands in its file."""

    code: str
    language: str
    number: str
    title: str
    subject: str
    to: Literal["person", "body", "user", "support"]
    body: str
    records: tuple[str, ...] = ()
    serves: str = ""
    has_page: bool = True
    clerked: bool = False
    calendar: Literal["", "request", "cancel"] = ""
    uses: tuple[str, ...] = ()


@cache
def all_prose() -> dict[tuple[str, str], ProseFile]:
    """Every letter by its code and language. Files that begin with `_` are parts of letters."""
    files = [_read(path) for path in sorted(FOLDER.glob("*.md")) if not path.name.startswith("_")]
    return {(file.code, file.language): file for file in files}


def prose_of(code: str, language: str = "en") -> ProseFile:
    """The letter in that language, else in English. Raises UnknownLetter."""
    found = all_prose().get((code, language)) or all_prose().get((code, "en"))
    if found is None:
        raise UnknownLetter(code)
    return found


def title_of(code: str) -> str:
    """The heading of a letter in English, for lists of staff; of one that has no prose file any more, its code."""
    found = all_prose().get((code, "en"))
    return found.title if found else code.replace("_", " ").capitalize()


@cache
def part(name: str, language: str) -> str:
    """A part that many letters share, such as `_top`, in that language, else in English."""
    path = FOLDER / f"{name}.{language}.md"
    return (path if path.exists() else FOLDER / f"{name}.en.md").read_text(encoding="utf-8")


def _read(path: Path) -> ProseFile:
    code, language, _md = path.name.split(".")
    _before, facts, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    told = tomllib.loads(facts)
    told |= {name: tuple(told[name]) for name in ("records", "uses") if name in told}
    return ProseFile(code=code, language=language, body=body.strip(), **told)

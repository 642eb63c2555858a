"""Kinds of answer: what may be typed, and the value of the file that it becomes.

Each kind has `hint`, a line or more under the question, and `read`, which gives the value or raises Wrong with a
sentence for whoever typed. The file's own checks come after: a kind refuses only what it cannot make a value of.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from casereview.schemes.faults import nearest

LONGEST_CODE = 40


class Wrong(ValueError):
    """An answer that cannot be used; the message says why, and what can."""


@dataclass(frozen=True)
class Kind:
    """What an answer may be. `hint` gives an example or the choices, "" where none is needed."""

    hint: Callable[[], str]
    read: Callable[[str], Any]


@dataclass(frozen=True)
class Own:
    """Something that the language has no code for, in the page's words: a code, and its line under [words]."""

    code: str
    words: str


@dataclass
class Codes:
    """Several of the known things; where `own` is true, the page's own words too, between semicolons."""

    known: Sequence[str]
    words: Mapping[str, object] = field(default_factory=dict)
    own: bool = False

    def hint(self) -> str:
        lines = [f"  {at} {words_of(self.words, code)}" for at, code in enumerate(self.known, 1)]
        how = _("One or more numbers, such as 1; 2.")
        if self.own:
            how += " " + _("What is not here: its words, between semicolons.")
        return "\n".join([*lines, how])

    def read(self, text: str) -> list[Any]:
        parts = re.split(r"[,\s]+", text) if re.fullmatch(r"[\d,\s]+", text) else text.split(";")
        found = [self.one(part.strip()) for part in parts if part.strip()]
        if not found:
            raise Wrong(_("That names nothing."))
        return found

    def one(self, text: str) -> Any:
        """A single code, or Own. Raises Wrong."""
        code = one_of(text, self.known, self.words)
        if code:
            return code
        if self.own and text[:1].isalpha() and " " in text and code_from(text):
            return Own(code_from(text), text)
        raise Wrong(not_one_of(text, self.known))


@dataclass
class Choice:
    """Exactly one of the known things."""

    known: Sequence[str]
    words: Mapping[str, object] = field(default_factory=dict)

    def hint(self) -> str:
        return "\n".join(f"  {at} {words_of(self.words, code)}" for at, code in enumerate(self.known, 1))

    def read(self, text: str) -> str:
        code = one_of(text, self.known, self.words)
        if not code:
            raise Wrong(not_one_of(text, self.known))
        return code


def words_of(words: Mapping[str, object], code: str) -> str:
    """A code in words; one that has none yet as it stands in the file."""
    return str(words.get(code, code.replace("_", " ")))


def one_of(text: str, known: Sequence[str], words: Mapping[str, object]) -> str | None:
    """The code meant by its number in the list, by itself or by its words; None where it is none of them."""
    if text.isdecimal() and 1 <= int(text) <= len(known):
        return known[int(text) - 1]
    low = text.casefold()
    return next((code for code in known if low in (code, words_of(words, code).casefold())), None)


def not_one_of(text: str, known: Sequence[str]) -> str:
    parts = {"text": text[:40], "n": len(known), "near": nearest(text, known)}
    return _("“%(text)s” is none of these: give a number from 1 to %(n)s.%(near)s") % parts


def code_from(words: str) -> str:
    """A short name for the file out of words, in the letters that names have: "Anti-social" as "anti_social"."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return (
        whole
        if len(whole) <= LONGEST_CODE
        else whole[: LONGEST_CODE + 1].rpartition("_")[0] or whole[:LONGEST_CODE]
    )


def _name(text: str) -> str:
    code = code_from(text)
    if not code:
        raise Wrong(_("A name needs a letter from a to z, or a number."))
    return code


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise Wrong(_("Give a whole number in figures, such as 3."))
    return int(text)


def _yes(text: str) -> bool:
    known = {"yes": True, "y": True, _("yes"): True, "no": False, "n": False, _("no"): False}
    found = known.get(text.casefold())
    if found is None:
        raise Wrong(_("Answer yes or no."))
    return found


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(_("Give the day as year, month and day, such as 2026-11-01.")) from None


def _address(text: str) -> str:
    try:
        URLValidator(["http", "https"])(text)
    except ValidationError:
        raise Wrong(_("Give the whole address, beginning with https:// or http://.")) from None
    return text


def _days(text: str) -> list[int]:
    parts = [part for part in re.split(r"[;,\s]+", text) if part]
    if not parts or not all(re.fullmatch(r"[+-]?\d{1,9}", part) for part in parts):
        raise Wrong(_("Give numbers such as -2; 0; 1."))
    return [int(part) for part in parts]


def _dates(text: str) -> list[date]:
    found = sorted({_day(part.strip()) for part in text.split(";") if part.strip()})
    if not found:
        raise Wrong(_("Give the days, between semicolons."))
    return found


def _lines(text: str) -> list[str]:
    found = [part.strip() for part in text.split(";") if part.strip()]
    if not found:
        raise Wrong(_("Give the lines of the address, between semicolons."))
    return found


TEXT = Kind(lambda: "", lambda text: text)
NAME = Kind(lambda: "", _name)
NUMBER = Kind(lambda: "", _whole_number)
YES = Kind(lambda: _("yes or no"), _yes)
DAY = Kind(lambda: _("Such as 2026-11-01."), _day)
ADDRESS = Kind(lambda: "", _address)
DATES = Kind(lambda: _("Such as 2026-12-03; 2027-01-07."), _dates)
DAYS = Kind(lambda: _("Such as -2; 0; 1, where 0 is the last day."), _days)
LINES = Kind(lambda: _("Its lines, between semicolons."), _lines)

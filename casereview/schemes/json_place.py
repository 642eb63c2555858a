"""A place in a JSON value that knows its path, so that whoever wrote it is told what is wrong and where."""

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Never

from casereview.schemes.faults import nearest

MAX_TEXT = 200  # an id or a name; longer is a mistake
FIRST_YEAR, LAST_YEAR = 1900, 2200
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


class BadInput(ValueError):
    """Something that cannot be read: `path` says where ("reports[2].on"), `message` what, in one line."""

    def __init__(self, path: str, message: str) -> None:
        self.path, self.message = path, message
        super().__init__(_CONTROL.sub("?", f"{path}: {message}"))


@dataclass(frozen=True, slots=True)
class Place:
    """One value and the path to it; its methods return what was expected there or raise BadInput."""

    path: str
    value: Any

    def bad(self, message: str) -> BadInput:
        return BadInput(self.path or "the input", message)

    def object(self) -> dict[str, Any]:
        if not isinstance(self.value, dict):
            self._expected("an object")
        return self.value

    def fields(self, *known: str) -> None:
        """An object. A key that looks like a misspelt known one is refused; others may stand as notes."""
        for key in self.object():
            if key not in known and difflib.get_close_matches(key[:80], known, n=1, cutoff=0.8):
                raise self.at(key).bad(f"unknown key.{nearest(key, known)}")

    def child(self, key: str) -> "Place | None":
        """What stands under a key of this object; None where it is left out or null."""
        return None if self.value.get(key) is None else self.at(key)

    def needed(self, key: str) -> "Place":
        return self.child(key) or self._missing(key)

    def items(self, key: str) -> Iterator["Place"]:
        """The items of the list under a key; none where it is left out."""
        place = self.child(key)
        if place is None:
            return
        if not isinstance(place.value, list):
            place._expected("a list")
        for index, value in enumerate(place.value):
            yield Place(f"{place.path}[{index}]", value)

    def text(self) -> str:
        if not isinstance(self.value, str):
            self._expected("text")
        if not self.value.strip() or len(self.value) > MAX_TEXT or _CONTROL.search(self.value):
            raise self.bad(f"expected 1 to {MAX_TEXT} characters in one line")
        return self.value

    def text_of(self, key: str) -> str | None:
        place = self.child(key)
        return place.text() if place else None

    def one_of(self, known: Collection[str], what: str, *, listed: bool = False) -> str:
        """One of the `known` words. listed: they are few, and the same for everybody."""
        word = self.text()
        if word not in known:
            these = f": expected one of {', '.join(known)}" if listed else ""
            raise self.bad(f'"{word[:60]}" is not a known {what}{these}.{nearest(word, known)}')
        return word

    def day(self) -> date:
        if not isinstance(self.value, str) or not _DATE.fullmatch(self.value):
            self._expected('a date such as "2026-11-01"')
        try:
            day = date.fromisoformat(self.value)
        except ValueError:
            raise self.bad(f'"{self.value}" is not a day of the calendar') from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise self.bad(f'"{self.value}" is not between {FIRST_YEAR} and {LAST_YEAR}')
        return day

    def at(self, key: str) -> "Place":
        return Place(f"{self.path}.{key[:60]}" if self.path else key[:60], self.value.get(key))

    def _missing(self, key: str) -> Never:
        raise self.at(key).bad("is needed and not given")

    def _expected(self, what: str) -> Never:
        kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list"}
        given = "null" if self.value is None else kinds.get(type(self.value), "an object")
        raise self.bad(f"expected {what}, not {given}")

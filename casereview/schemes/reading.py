"""Reading a scheme's blocks: every value is asked for by name and type, and whatever is left over is a fault.

A reader never raises on what a file holds. It notes a fault and gives None, and goes on, so that one check
finds everything that is wrong.
"""

from typing import Any, cast

from casereview.clocks.length import UNITS, Length
from casereview.schemes.asked import LISTS, PLAIN, Asked, Kind
from casereview.schemes.faults import nearest
from casereview.schemes.lines import Path
from casereview.schemes.model import Reading
from casereview.schemes.notes import KINDS, Notes, instead, like_length, not_so, shown
from casereview.schemes.terms import Words

NAMES = {"en": "English", "cy": "Welsh"}
LANGUAGES = tuple(NAMES)
SAME_WORKING_DAY = "same_working_day"
LONGEST = 9999  # of any unit; a longer promise is a slip of the keyboard


class Block:
    """One table of the file. `path` finds its lines; `label` is how people call it ("route.individual")."""

    def __init__(self, table: dict[str, Any], notes: Notes, path: Path = (), label: str = "") -> None:
        self.table, self.notes, self.path, self.label = table, notes, path, label
        self.asked: dict[str, Asked] = {}
        notes.asked.append((path, self.asked))
        self.stated = True
        if "stated" in table or "why" in table:
            self.stated = self._stated(table, path, label, None)
            self.ask("stated", "truth")
            self.ask("why", "text")

    def ask(self, key: str, kind: Kind, **more: Any) -> None:
        """Notes what is asked for under a key. What is noted first holds: whoever asks more narrowly comes before."""
        self.asked.setdefault(key, Asked(kind, **more))

    # What is wrong

    def fault(self, message: str, *key: str | int) -> None:
        """What is there cannot be read."""
        self.notes.fault((*self.path, *key), self._label(*key), message)

    def refuse(self, message: str, *key: str | int) -> None:
        """What is there can be read, and cannot be meant."""
        self.notes.refuse((*self.path, *key), self._label(*key), message)

    def finish(self) -> None:
        """Every key that nobody asked for is a fault."""
        for key in self.table:
            if key not in self.asked:
                self.fault(f'"{key[:40]}" is not known here{instead(key, self.asked, self.notes.homes)}', key)

    def _label(self, *key: str | int) -> str:
        return ".".join(str(part)[:40] for part in (self.label, *key) if part != "")

    def _stated(self, table: dict[str, Any], path: Path, label: str, value: object) -> bool:
        """Whether the page states this; if not, the reading is noted with its reason."""
        stated, why = table.get("stated", True), table.get("why")
        if not isinstance(stated, bool):
            self.notes.fault((*path, "stated"), label, f"stated is true or false, not {shown(stated)}.")
        elif stated and why is not None:
            self.notes.fault(
                (*path, "why"), label, "why belongs to a value that is not stated: add stated = false."
            )
        elif not stated and not (isinstance(why, str) and why.strip()):
            self.notes.fault(path, label, "a value that is not stated needs its reason: why = “…”.")
        elif not stated:
            self.notes.readings.append(Reading(label, value, cast(str, why).strip()))
        return stated is not False

    # Values

    def plain(self, value: object, *key: str | int) -> Any:
        """The value itself, out of `{ value = …, stated = false, why = "…" }` where it stands in one."""
        if not (isinstance(value, dict) and "value" in value):
            return value
        path = (*self.path, *key)
        for extra in value.keys() - {"value", "stated", "why", "source"}:
            near = nearest(extra, ["value", "stated", "why", "source"])
            self.notes.fault(
                (*path, extra), self._label(*key, extra), f'"{extra[:40]}" is not known here.{near}'
            )
        self._stated(value, path, self._label(*key), value["value"])
        return value["value"]

    def take(self, key: str, kind: type, *, required: bool = False) -> Any:
        """The value of `key` if it is of that kind; else None, and a fault where one is due."""
        self.ask(key, PLAIN[kind], required=required)
        if key not in self.table:
            if required:
                self.fault(f"{key} is missing: expected {KINDS[kind]}.")
            return None
        return self.typed(self.plain(self.table[key], key), kind, key)

    def typed(self, value: object, kind: type, *key: str | int) -> Any:
        if type(value) is kind:
            return value
        self.fault(not_so(value, kind, str(key[0])), *key)
        return None

    def text(self, key: str, *, required: bool = False) -> str | None:
        value = cast(str | None, self.take(key, str, required=required))
        if value is not None and not value.strip():
            self.fault("is empty: leave the line out where the page says nothing.", key)
            return None
        return value

    def source(self) -> str:
        """Where the page (or the law) says it: every block has one."""
        return self.text("source", required=True) or ""

    def number(self, key: str, *, least: int = 1, most: int = LONGEST, required: bool = False) -> int | None:
        self.ask(key, "number", required=required, least=least, most=most)
        value = cast(int | None, self.take(key, int, required=required))
        if value is not None and not least <= value <= most:
            self.fault(f"expected a number from {least} to {most}, not {shown(value)}.", key)
            return None
        return value

    def truth(self, key: str) -> bool | None:
        return cast(bool | None, self.take(key, bool))

    def words(self, key: str, *, required: bool = False) -> Words | None:
        """An area's own words: text, or `{ en = "…", cy = "…" }` in each of the languages of the page."""
        self.ask(key, "words", required=required)
        if not isinstance(self.plain_quietly(key), dict):
            return self.text(key, required=required)
        value = cast(dict[str, str], self.take(key, dict))
        for language, said in value.items():
            if language not in LANGUAGES:
                near = nearest(language, LANGUAGES)
                self.fault(
                    f'"{language[:40]}" is not a language of ours: expected en or cy.{near}', key, language
                )
            self.typed(said, str, key, language)
        if not value:
            self.fault("is empty: leave the line out where the page says nothing.", key)
        for language in self.notes.languages if value else ():
            if language not in value:
                said = (
                    f'{NAMES[language]} is missing: add {language} = "…", or write the text without braces.'
                )
                self.fault(said, key)
        return value

    def choice(self, key: str, known: tuple[str, ...], *, required: bool = False) -> Any:
        """One of the `known` words, or None. Typed as Any, for the Literal that it is."""
        self.ask(key, "word", required=required, known=known)
        value = self.text(key, required=required)
        return value if value is None or self.known(value, known, key) else None

    def known(self, value: str, known: tuple[str, ...], *key: str | int) -> bool:
        if value in known:
            return True
        near = nearest(value, known)
        self.fault(f'"{value[:40]}" is not known: expected one of {", ".join(known)}.{near}', *key)
        return False

    def items(self, key: str, kind: type) -> list[tuple[int, Any]]:
        """The items of a list that are of that kind, each with its position."""
        self.ask(key, LISTS[kind])
        raw = cast(list[object] | None, self.take(key, list))
        if raw == []:
            self.fault("is empty: leave the line out where the page says nothing.", key)
        items = enumerate(raw or ())
        typed = ((at, self.typed(self.plain(item, key, at), kind, key, at)) for at, item in items)
        return [(at, item) for at, item in typed if item is not None]

    def codes(
        self, key: str, known: tuple[str, ...] | None = None, *, ours: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """A list of words, each once; of the `known` ones where those are given.

        ours: those beside which an area may have its own, which `own_words` checks.
        """
        self.ask(key, "list of words", known=known or ours, own=known is None)
        found: list[str] = []
        for at, code in self.items(key, str):
            if not code.strip():
                self.fault("is empty: leave it out where the page says nothing.", key, at)
            elif code in found:
                self.fault(f'"{code[:40]}" stands here twice.', key, at)
            elif known is None or self.known(code, known, key, at):
                found.append(code)
        return tuple(found)

    def length(self, key: str, *, required: bool = False, units: tuple[str, ...] = UNITS) -> Length | None:
        """`{ working_days = 10 }`, or "same_working_day"."""
        self.ask(key, "length", required=required, known=units)
        if self.plain_quietly(key) == SAME_WORKING_DAY and "working_days" in units:
            self.take(key, str)
            return Length(0, "working_days")
        plain = self.plain_quietly(key)
        if key in self.table and not isinstance(plain, dict):
            self.fault(f"expected a length such as {like_length(plain, units)}, not {shown(plain)}.", key)
            return None
        block = self.block(key, required=required)
        if block is None:
            return None
        length = block.length_here(required=True, units=units)
        block.finish()
        return length

    def length_here(self, *, required: bool, units: tuple[str, ...] = UNITS) -> Length | None:
        """The one unit that this block names: `{ months = 6, of = "report" }`."""
        for unit in UNITS:
            self.ask(unit, "unit" if unit in units else "no unit", required=required)
        named = [unit for unit in UNITS if unit in self.table]
        if set(named) - set(units):
            self.fault(f"expected {', '.join(units)} here, not {named[0]}.", named[0])
            return None
        if len(named) == 1:
            amount = self.number(named[0])
            return None if amount is None else Length(amount, named[0])
        if named or required:
            self.fault(f"expected one length, in one of {', '.join(units)}: {{ {units[0]} = 10 }}.")
        return None

    def plain_quietly(self, key: str) -> object:
        """The value without noting anything: to see which of two forms it has."""
        value = self.table.get(key)
        return value["value"] if isinstance(value, dict) and "value" in value else value

    # Blocks within

    def block(self, key: str, *, required: bool = False) -> "Block | None":
        self.ask(key, "block", required=required)
        table = self.take(key, dict, required=required)
        return None if table is None else Block(table, self.notes, (*self.path, key), self._label(key))

    def blocks(self, key: str, named: str = "") -> "list[Block]":
        """A list of blocks. `named` is the key by whose value people call them."""
        self.ask(key, "blocks")
        found = []
        for at, table in self.items(key, dict):
            name = self._label(key, table[named] if isinstance(table.get(named), str) else at)
            found.append(Block(table, self.notes, (*self.path, key, at), name))
        return found

"""Each block of a file as a table of its keys, with the words that they may have."""

from collections.abc import Iterator, Mapping

from casereview.interfaces.command.interview.kinds import words_of
from casereview.interfaces.command.reference.known_words import meanings_of
from casereview.interfaces.command.reference.meanings import BESIDE, heading, meaning, plain, without
from casereview.schemes.asked import Asked, Kind
from casereview.schemes.belongs import Place
from casereview.schemes.reading import LONGEST
from casereview.schemes.vocabulary import CLOCKS

KINDS: Mapping[Kind, str] = {
    "text": "text",
    "words": 'text, or `{ en = "…", cy = "…" }`',
    "number": "a whole number",
    "truth": "`true` or `false`",
    "date": "a date such as `2026-11-01`",
    "word": "one of the words below",
    "list of words": "a list of the words below",
    "list of texts": "a list of texts",
    "list of numbers": "a list of whole numbers",
    "list of dates": "a list of dates",
    "event": "an [event](#events), or a list of them",
    "one event": "an [event](#events)",
    "event or unstated": 'an [event](#events), or a list of them, or `"unstated"`',
    "length": "a [length](#lengths)",
    "length or meeting": 'a [length](#lengths), or `"next_meeting"`: the group’s',
    "unit": "a whole number",
    "block": "a block",
    "blocks": "one block or several",
}
Blocks = Mapping[Place, Mapping[str, Asked]]
A_CLOCK = ("clock", CLOCKS[0])  # they may all hold the same


class Written:
    """The chapters of all blocks; a table or a list of words that stood before is not repeated, but named."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.tables: dict[str, str] = {}
        self.lists: dict[tuple[str, ...], str] = {}

    def block(self, place: Place, level: int = 3) -> Iterator[str]:
        """A block under a heading, then those within it."""
        keys = {key: each for key, each in self.blocks[place].items() if each.kind != "no unit"}
        if place == ():
            keys = {key: each for key, each in keys.items() if each.kind not in {"block", "blocks"}}
        name, about = written(self.blocks, place), heading(place[:1] if place[:1] == ("clock",) else place)
        yield f"{'#' * level} {name}{f': {about}' if about else ''}"
        yield ""
        said = [(key, each, meaning(place, key)) for key, each in keys.items()]
        before = self.tables.setdefault(repr(said), name)
        if before != name:
            yield f"The same keys as in {before}."
            yield ""
            return
        yield from self._table(place, keys) if keys else ()
        if plain(place) in BESIDE:
            yield from (BESIDE[plain(place)], "")
        for key, each in keys.items():
            yield from self._words(place, key, each)
        for key, each in keys.items():
            if each.kind in {"block", "blocks"} and (*place, key) in self.blocks:
                yield from self.block((*place, key), 4)

    def _table(self, place: Place, keys: Mapping[str, Asked]) -> Iterator[str]:
        units = [key for key, each in keys.items() if each.kind == "unit"]
        yield "| Key | | What stands there | What it says |"
        yield "|-|-|-|-|"
        for key, each in sorted(keys.items(), key=lambda item: (item[0] == "source", not item[1].required)):
            if key in units[1:]:
                continue
            name = or_code(units) if key in units else f"`{key}`"
            said = "The length, in one of these." if key in units else meaning(place, key)
            if default := without(place, key):
                said += f" Without it: `{default}`."
            yield f"| {name} | {'**must**' if each.required else ''} | {value_words(each)} | {said} |"
        yield ""

    def _words(self, place: Place, key: str, each: Asked) -> Iterator[str]:
        if not (each.kind in {"word", "list of words"} and each.known):
            return
        here = f"`{key}` in {written(self.blocks, place)}"
        before = self.lists.setdefault(each.known, here)
        own = (
            " or of the area’s own, with a line under [words](#words-the-areas-own-words)" if each.own else ""
        )
        if before != here:
            yield f"`{key}`: the words of {before}{',' if own else ''}{own}."
        else:
            how_many = "one" if each.kind == "word" else "any"
            yield f"`{key}`: {how_many} of these{own}."
            yield ""
            means = meanings_of(place, key)
            yield from (f"- `{word}`: {words_of(means, word)}" for word in each.known)
        yield ""


def written(blocks: Blocks, place: Place) -> str:
    """How a file writes the block."""
    if place == ():
        return "The top of the file"
    if place[0] == "clock":
        return "`[clock.NAME]`"
    several = blocks[place[:-1]][place[-1]].kind == "blocks"
    keys = blocks[place]
    if len(place) == 1 or "source" in keys or any(each.kind == "blocks" for each in keys.values()):
        return f"`[[{'.'.join(place)}]]`" if several else f"`[{'.'.join(place)}]`"
    inline = f"{place[-1]} = [{{ … }}]" if several else f"{place[-1]} = {{ … }}"
    return f"`{inline}` in {written(blocks, place[:-1])}"


def value_words(each: Asked) -> str:
    """What may stand there."""
    if each.kind == "number" and each.most and each.most != LONGEST:
        return f"a whole number from {each.least} to {each.most}"
    if each.kind == "list of words" and not each.known:
        return "a list of words"
    if each.kind == "length" and "working_days" not in each.known:
        return "a [length](#lengths), not in working days"
    return KINDS[each.kind]


def or_code(words: list[str]) -> str:
    """ "`days`, `weeks` or `months`"."""
    quoted = [f"`{word}`" for word in words]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"

"""Which blocks a file may hold, what is asked for in each, and where a key stands that is not known in another.

Nothing of it is listed here: the readers are given a file of empty blocks, and what they ask for in it is what may
stand there; a block that they ask for is given to them empty in turn.
"""

from collections.abc import Callable, Mapping
from typing import Any

from casereview.schemes.asked import Asked
from casereview.schemes.notes import Notes
from casereview.schemes.reading import Block
from casereview.schemes.vocabulary import CLOCKS

Place = tuple[str, ...]  # a block in the blocks around it: ("route", "within"); () is the file itself
TOP = "stands at the top of the file, before the first block"
EVERYWHERE = 3  # blocks that hold a key of this name: "source" says nothing of where it was meant to stand


def asked(read: Callable[[Block], object]) -> Mapping[Place, Mapping[str, Asked]]:
    """What is asked for in every block that a file may hold; of a block in its like, only the first.

    read: what reads a whole file, asking each of its blocks for all that it may hold.
    """
    file: dict[str, Any] = {"clock": {name: {} for name in CLOCKS}}
    while True:
        notes = Notes("")
        read(Block(file, notes))
        found = {tuple(part for part in path if isinstance(part, str)): keys for path, keys in notes.asked}
        missing = [
            (place, key, each.kind)
            for place, keys in found.items()
            for key, each in keys.items()
            if each.kind in {"block", "blocks"} and (*place, key) not in found and key not in place
        ]
        if not missing:
            return found
        for place, key, kind in missing:
            _table(file, place)[key] = {} if kind == "block" else [{}]


def _table(file: dict[str, Any], place: Place) -> dict[str, Any]:
    table = file
    for key in place:
        inner = table[key]
        table = inner[0] if isinstance(inner, list) else inner
    return table


def homes(read: Callable[[Block], object]) -> Mapping[str, str]:
    """Where each key stands, such as "stands in [meeting]"; only keys of which that can be said. read: see `asked`."""
    blocks = asked(read)
    found: dict[str, set[str]] = {}
    outer = [place for place in blocks if len(place) < 2 or place[0] == "clock"]
    for place in outer:
        for key, each in blocks[place].items():
            found.setdefault(key, set()).add(_home(blocks[()], place, key, each))
    alone = found.keys() | {
        key for keys in blocks.values() for key, each in keys.items() if each.kind == "no unit"
    }
    for place in blocks.keys() - outer:
        for key in blocks[place].keys() - alone:
            found.setdefault(key, set()).add(_within(blocks, place))
    return {key: " or ".join(sorted(places)) for key, places in found.items() if len(places) < EVERYWHERE}


def _home(top: Mapping[str, Asked], place: Place, key: str, each: Asked) -> str:
    """How the file writes that key, which the block at `place` may hold."""
    if place in {(), ("clock",)}:
        name = ".".join((*place, key))
        if each.kind == "blocks":
            return f"begins a block of its own, [[{name}]]"
        return f"begins a block of its own, [{name}]" if each.kind == "block" else TOP
    return (
        "stands in a clock, such as [clock.review]"
        if place[0] == "clock"
        else f"stands in {_mark(top, place)}"
    )


def _within(blocks: Mapping[Place, Mapping[str, Asked]], place: Place) -> str:
    """The same of a key that only a block within a block may hold."""
    several = blocks[place[:-1]][place[-1]].kind == "blocks"
    inner = "[{ … }]" if several else "{ … }"
    return f"stands in {place[-1]} = {inner} of {_mark(blocks[()], place)}"


def _mark(top: Mapping[str, Asked], place: Place) -> str:
    return f"[[{place[0]}]]" if top[place[0]].kind == "blocks" else f"[{place[0]}]"

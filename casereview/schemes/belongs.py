"""In which block of a file a key stands, for whoever wrote it in another.

Only the blocks are named here. The readers are given a file with one empty block of each kind, and what they ask for
in it is what may stand there.
"""

from collections.abc import Callable, Mapping

from casereview.schemes.lines import Path
from casereview.schemes.notes import Notes
from casereview.schemes.reading import Block
from casereview.schemes.vocabulary import CLOCKS

ONE = {"appeal", "apply", "brand", "clock", "contact", "decision", "example", "figures", "group"}
ONE |= {"hate", "lead", "meeting", "notices", "risk", "statute", "support", "timing", "words"}
SEVERAL = {"body", "exclusion", "only_words", "route"}
TOP = "stands at the top of the file, before the first block"
EVERYWHERE = 3  # blocks that hold a key of this name: "source" says nothing of where it was meant to stand


def homes(read: Callable[[Block], object]) -> Mapping[str, str]:
    """Where each key stands, such as "stands in [meeting]"; only keys of which that can be said.

    read: what reads a whole file, asking each of its blocks for all that it may hold.
    """
    notes = Notes("")
    clocks: dict[str, object] = {"clock": {name: {} for name in CLOCKS}}
    read(Block({**{name: {} for name in ONE}, **{name: [{}] for name in SEVERAL}, **clocks}, notes))
    found: dict[str, set[str]] = {}
    for path, asked in notes.asked:
        for key in asked:
            found.setdefault(key, set()).add(_home(path, key))
    return {key: " or ".join(sorted(places)) for key, places in found.items() if len(places) < EVERYWHERE}


def _home(path: Path, key: str) -> str:
    """How the file writes that key, which the block at `path` may hold."""
    if path in {(), ("clock",)}:
        name = ".".join(str(part) for part in (*path, key))
        if key in SEVERAL:
            return f"begins a block of its own, [[{name}]]"
        return f"begins a block of its own, [{name}]" if path or key in ONE else TOP
    name = str(path[0])
    if name in SEVERAL:
        return f"stands in [[{name}]]"
    return "stands in a clock, such as [clock.review]" if name == "clock" else f"stands in [{name}]"

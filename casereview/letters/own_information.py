"""The copy of what is held of somebody: what was decided to be given, and for the rest, how much and why not."""

from collections import Counter

from casereview.cases.as_of import as_of
from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.letters.pack.parts import Block, Part, parts_of
from casereview.letters.pack.version import Shown, passages_for, without
from casereview.wording.own_information import GIVE, WITHHELD


def held(record: Record) -> list[Part]:
    """Every passage of the case that somebody has to decide about, by parts; empty parts are left out."""
    return [part for part in parts_of(record) if part.blocks]


def copy_of(whole: Record, made: Fact) -> list[Shown]:
    """The copy, from the whole case as it stood when the decisions were recorded.

    made: the fact `own_information_prepared`, whose code `decided` has an answer for each passage's key. What it does
    not name is not given. Nothing withheld or taken out is in what is returned, in any form.
    """
    passages = passages_for(whole, made.codes["person"])
    decided = made.codes["decided"]
    return [_shown(part, decided, passages) for part in held(as_of(whole, made.number))]


def _shown(part: Part, decided: dict[str, str], passages: list[tuple[str, str]]) -> Shown:
    given = [block for block in part.blocks if decided.get(block.key) == GIVE]
    kept_back = [block for block in part.blocks if decided.get(block.key) != GIVE]
    why = Counter(str(WITHHELD[decided.get(block.key, "other_people")]) for block in kept_back)
    blocks = tuple(
        Block(block.key, without(block.label, passages), without(block.text, passages)) for block in given
    )
    return Shown(Part(part.code, part.title, blocks), tuple(sorted(why.items())))

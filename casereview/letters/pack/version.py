"""One reader's version of the papers: what they may see, what is withheld with its code, and passages taken out."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casereview.cases.record import Record
from casereview.letters.pack.parts import Block, Part, parts_of
from casereview.people.models import Body
from casereview.wording.pack import REDACTED, WHY

EVERYBODY = "everybody"
Makes = Callable[[Record, Body | None], list[Part]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A part as it is printed. withheld: for each reason in words, how many passages of it are not here."""

    part: Part
    withheld: tuple[tuple[str, int], ...]


def version(whole: Record, theirs: Record, body: Body | None = None, made: Makes = parts_of) -> list[Shown]:
    """The papers for one reader. whole: the case as the office sees it; theirs: as the reader does. made: its parts.

    Nothing that is withheld or taken out is in what is returned, in any form.
    """
    passages = passages_for(whole, theirs.viewer.holder)
    full = {part.code: part for part in made(whole, None)}
    return [_shown(part, full[part.code], passages) for part in made(theirs, body)]


def passages_for(whole: Record, holder: str) -> list[tuple[str, str]]:
    """The passages that a person has taken out of this reader's version, the longest first, each with its reason."""
    facts = [fact for fact in whole.current("passage_redacted") if fact.codes["to"] in {EVERYBODY, holder}]
    found = [(str(whole.said(fact, "passage")), str(fact.codes["reason"])) for fact in facts]
    return sorted((each for each in found if each[0].strip()), key=lambda each: -len(each[0]))


def without(text: str, passages: list[tuple[str, str]]) -> str:
    """The text with each passage replaced by its code; however its words were spaced or spelt in capitals."""
    for passage, reason in passages:
        text = _pattern(passage).sub(f"[{_('taken out')}, {REDACTED[reason]}]", text)
    return text


def occurs(passage: str, parts: list[Part]) -> bool:
    """Whether the passage stands anywhere in these parts."""
    pattern = _pattern(passage)
    return any(
        pattern.search(text) for part in parts for block in part.blocks for text in (block.label, block.text)
    )


def _pattern(passage: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in passage.split()), re.IGNORECASE)


def _shown(part: Part, full: Part, passages: list[tuple[str, str]]) -> Shown:
    keys, texts = {block.key for block in part.blocks}, {block.text for block in part.blocks}
    missing = Counter(
        str(WHY[block.why]) for block in full.blocks if block.key not in keys and block.text not in texts
    )
    blocks = tuple(
        Block(block.key, without(block.label, passages), without(block.text, passages), block.why)
        for block in part.blocks
    )
    return Shown(Part(part.code, part.title, blocks), tuple(sorted(missing.items())))

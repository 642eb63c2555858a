"""What proposed rules would change, once it is worked out: what is said of it, and which cases it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from casereview.interfaces.what_if import Part, parts
from casereview.people.models import Proposal
from casereview.statistics.whatif import WhatIf
from casereview.wording.whatif import SHOWN, answer_sentence, moved_sentence


@dataclass(frozen=True, slots=True)
class Which:
    """Cases that are told together, by their references; more: how many others are not named."""

    words: str
    references: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What the page shows: sentences part by part, and cases that are too many for a sentence."""

    parts: list[Part]
    which: list[Which]


def worked_out(proposal: Proposal) -> WorkedOut | None:
    """What it would change; None where that is not worked out."""
    if not proposal.what_if:
        return None
    found = WhatIf.from_json(proposal.what_if)
    return WorkedOut(parts(found), list(_which(found)))


def _which(found: WhatIf) -> Iterator[Which]:
    told = [
        (answer_sentence(each.before, each.after, each.cases.number), each.cases)
        for each in found.answers
        if each.before != each.after
    ]
    for words, cases in (*told, (moved_sentence(found.moved.number), found.moved)):
        if cases.number > SHOWN:
            yield Which(words, cases.references, cases.number - len(cases.references))

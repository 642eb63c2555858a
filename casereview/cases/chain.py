"""The chain through a case's facts: each holds the hash of the one before, so that none can be altered unseen.

Words are only committed to, with a salt that is erased with them: erasure does not break the chain.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from casereview.cases.models import Fact, Words

SPINE = 13  # how many things of a fact are hashed


def commitment(words: Iterable[Words]) -> str:
    """The hash that stands in the fact for its words; empty when there are none."""
    parts = sorted(_digest([row.scope, row.own, row.salt, row.values]) for row in words)
    return _digest(parts) if parts else ""


def spine(fact: Fact) -> list[Any]:
    """What of a fact is hashed, and outlives erasure; the hash of the fact before stands last."""
    return [
        str(fact.case_id),
        fact.number,
        fact.kind,
        fact.happened_on.isoformat(),
        fact.recorded_at.isoformat(),
        fact.by,
        fact.by_name,
        fact.key,
        str(fact.corrects_id or ""),
        fact.reason,
        fact.codes,
        fact.commitment,
        fact.before,
    ]


def link(fact: Fact) -> str:
    """The hash of a fact, from its spine and the hash of the one before."""
    return _digest(spine(fact))


def broken_at(facts: Iterable[Fact]) -> Fact | None:
    """The first fact, in order, that was altered, or follows one that was altered or taken away; None if all hold."""
    before = ""
    for number, fact in enumerate(facts, start=1):
        if fact.number != number or fact.before != before or fact.hash != link(fact):
            return fact
        before = fact.hash
    return None


def broken_line(spines: Iterable[tuple[list[Any], str]]) -> int | None:
    """As `broken_at`, of facts that left the database: each as its spine and its hash. The number where it breaks."""
    before = ""
    for number, (told, stated) in enumerate(spines, start=1):
        if not _follows(told, number, before) or _digest(told) != stated:
            return number
        before = stated
    return None


def _follows(told: list[Any], number: int, before: str) -> bool:
    return len(told) == SPINE and told[1] == number and told[-1] == before


def _digest(value: Any) -> str:
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()

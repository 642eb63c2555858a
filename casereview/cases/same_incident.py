"""Lines of a chronology that may tell the same: suggested by day, reference and likeness of words; a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz, utils

from casereview.cases.line import Line
from casereview.cases.record import Record

NEAR = timedelta(days=1)  # the night of one day is written down on the next
WORDS_ALIKE = 65  # per cent; two people seldom tell one night in the same words. Our choice
LINKED_KINDS = (frozenset({"incident"}), frozenset({"report"}), frozenset({"incident", "report"}))
MOST = 20  # suggestions on one page


@dataclass(frozen=True, slots=True)
class Likely:
    """Two lines, the earlier told first, and why they look the same: "reference", "words" or "day"."""

    one: Line
    other: Line
    why: str


def suggested(record: Record, lines: list[Line]) -> list[Likely]:
    """Pairs that nobody has joined or parted, the likeliest first; at most MOST. `lines`: in the order of time."""
    parted = _parted(record)
    found = [
        likely
        for one, other in _near(lines)
        if frozenset({one.key, other.key}) not in parted and (likely := _likely(one, other))
    ]
    order = {"reference": 0, "words": 1, "day": 2}
    return sorted(found, key=lambda likely: order[likely.why])[:MOST]


def _near(lines: list[Line]) -> Iterable[tuple[Line, Line]]:
    """Pairs of lines told by different tellers whose days touch or lie side by side."""
    dated = [line for line in lines if line.since and line.until]
    for place, one in enumerate(dated):
        for other in dated[place + 1 :]:
            assert one.until
            assert other.since
            if other.since > one.until + NEAR:
                break
            if one.told_by != other.told_by:
                yield one, other


def _likely(one: Line, other: Line) -> Likely | None:
    kinds = frozenset({one.kind, other.kind})
    if kinds not in LINKED_KINDS or (one.to and other.to and one.to != other.to):
        return None
    if one.reference and one.reference.casefold() == other.reference.casefold():
        return Likely(one, other, "reference")
    if _like(one.what, other.what) >= WORDS_ALIKE:
        return Likely(one, other, "words")
    same_day = one.since == one.until == other.since == other.until
    return Likely(one, other, "day") if same_day and len(kinds) == 1 else None


def _like(one: str, other: str) -> float:
    if not (one.strip() and other.strip()):
        return 0
    return fuzz.token_set_ratio(one, other, processor=utils.default_process)


def _parted(record: Record) -> set[frozenset[str]]:
    """What a person joined and then took back: they are not the same, and are not suggested again."""
    back = [fact for fact in record.facts if fact.kind == "entries_merged" and fact.codes.get("taken_back")]
    return {frozenset(fact.codes["same"]) for fact in back}

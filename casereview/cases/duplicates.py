"""Cases that may be about the same: suggested by address, name and likeness of text; a person decides (MISSION E1)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from rapidfuzz import fuzz, utils

from casereview.cases.beginning import beginning
from casereview.cases.models import Summary, Words
from casereview.cases.projections import summarise
from casereview.cases.record import Record

# Our choices, in per cent of likeness: two spellings of one street or name, not two streets that share a word.
PLACE_ALIKE = 88
NAME_ALIKE = 90
WORDS_ALIKE = 75
LEAST_WORDS = 6  # "noise at night" says too little to be like anything
# The newest cases of the area: more than most areas have in a year. A duplicate comes soon after the first, and a page
# must not wait.
LOOKED_THROUGH = 50


@dataclass(frozen=True, slots=True)
class Alike:
    """Another case, and in what it is alike: "place", "name", "words"."""

    case: Summary
    by: list[str] = field(default_factory=list)


def alike(record: Record, most: int = 5) -> list[Alike]:
    """The cases that this viewer may see and that may be the same as this one, the likeliest first (two queries)."""
    this = summarise(record, record.deadlines, record.calendar)
    joined = {fact.codes.get("other") for fact in record.current("joined_with")} | {this.reference}
    newest = Summary.objects.visible_to(record.viewer).filter(area=this.area).order_by("-received_on")
    looked_through = newest.only("reference", "name", "place")[:LOOKED_THROUGH]
    others = [other for other in looked_through if other.reference not in joined]
    said = _problems(record, others)
    mine = str(record.said(beginning(record), "problem"))
    found = [Alike(other, _in_what(this, other, mine, said.get(other.case_id, ""))) for other in others]
    return sorted((one for one in found if one.by), key=lambda one: -len(one.by))[:most]


def _problems(record: Record, cases: Iterable[Summary]) -> dict[UUID, str]:
    """What was told to be happening, by case; a body that was told of a case was told the same."""
    told = Words.objects.visible_to(record.viewer).filter(
        case__in=[case.case_id for case in cases], values__has_key="problem"
    )
    return {case: str(problem) for case, problem in told.values_list("case", "values__problem") if problem}


def _in_what(this: Summary, other: Summary, mine: str, theirs: str) -> list[str]:
    by = []
    if len(this.place.split()) > 1 and _like(this.place, other.place) >= PLACE_ALIKE:
        by.append("place")
    if _like(this.name, other.name) >= NAME_ALIKE:
        by.append("name")
    if len(mine.split()) >= LEAST_WORDS and _like(mine, theirs) >= WORDS_ALIKE:
        by.append("words")
    return by


def _like(one: str, other: str) -> float:
    """How alike two texts are, in per cent, whatever the order of their words; 0 where either is empty."""
    if not (one.strip() and other.strip()):
        return 0
    return fuzz.token_sort_ratio(one, other, processor=utils.default_process)

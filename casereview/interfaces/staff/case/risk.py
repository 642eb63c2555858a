"""The page of risk: what holds, and the last assessments beside each other with what changed."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from casereview.cases.assessed import Assessment, assessments, unassessed
from casereview.cases.record import Record
from casereview.cases.risk import risk_of
from casereview.process import STEPS
from casereview.wording.casework import ASSESSED_AT, RISKS
from casereview.wording.own import said
from casereview.wording.risk import answer_words, missing_sentence

BESIDE = 3  # as many as there are points at which it is asked
ABOUT = ("triage_risk", "assess_risk", "record_concern", "record_referral", "agree_protection")


@dataclass(frozen=True, slots=True)
class Row:
    """A question with its answers, the latest first, each with whether it is another than the one before."""

    question: str
    answers: list[tuple[str, bool]]


def risk_page(record: Record) -> dict[str, Any]:
    """The level that holds, what can be done about it, and the assessments."""
    made = assessments(record)[-BESIDE:]
    return {
        "holds": RISKS.get(risk_of(record), ""),
        "steps": [STEPS[name] for name in ABOUT if not STEPS[name].is_open(record)],
        "unassessed": unassessed_sentence(record),
        "made": [(each, ASSESSED_AT[each.at], RISKS[each.level]) for each in reversed(made)],
        "overrides": RISKS,
        "rows": _rows(record, made),
        "without_form": record.scheme.risk is None,
    }


def unassessed_sentence(record: Record) -> str:
    """That an assessment was to be made again, and was not; or nothing."""
    points = unassessed(record)
    return missing_sentence(points) if points else ""


def _rows(record: Record, made: list[Assessment]) -> list[Row]:
    questions = record.scheme.risk.questions if record.scheme.risk else ()
    rows = []
    for question in questions:
        told = [answer_words(question, each.answers.get(question.code, "")) for each in made]
        changed = [False, *(now != before for before, now in pairwise(told))]
        rows.append(Row(said(question.words), list(zip(told, changed, strict=True))[::-1] if made else []))
    return rows

"""The plan as staff read it: every action and recommendation with what became of it, and what went to the applicant."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casereview.cases.evidence import evidence_of
from casereview.cases.models import Fact, Recommendation
from casereview.cases.plan import (
    Progress,
    addressee_of,
    answer_to,
    has_changed,
    name_of,
    owed_actions,
    progress,
    recommendations,
    settled,
)
from casereview.cases.record import Record
from casereview.wording.casework import CHANNELS
from casereview.wording.plan import ACTION_STATUSES, RECOMMENDATION_ANSWERS, STOPPED


@dataclass(frozen=True, slots=True)
class Row:
    """An action. said: what was last written for the applicant; evidence: what stays inside. late: days, 0 in time.

    files: how many there are about it.
    """

    action: Progress
    owner: str
    status: str
    said: str
    evidence: str
    said_on: date | None
    late: int
    files: int


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation. answer: in words, "" while there is none. late: days without an answer, 0 in time."""

    made: Recommendation
    to: str
    answer: str
    reasons: str
    answered_on: date | None
    late: int


def plan_of(record: Record) -> dict[str, Any]:
    """What the page of the plan needs."""
    answered = record.latest("applicant_answered")
    return {
        "actions": [_row(record, each) for each in progress(record)],
        "recommended": [_recommended(record, each) for each in recommendations(record)],
        "drafted": record.latest("plan_drafted"),
        "comments": [
            (fact, str(CHANNELS.get(fact.codes.get("channel", ""), "")), record.said(fact, "comments"))
            for fact in record.current("plan_commented")
        ],
        "settled": settled(record),
        "sent": record.latest("plan_sent"),
        "changed": has_changed(record),
        "asked": record.latest("applicant_asked"),
        "answered": answered,
        "stopped": str(STOPPED.get(answered.codes["stopped"], "")) if answered else "",
        "completed": record.latest("plan_completed"),
    }


def stuck_of(record: Record) -> list[Row]:
    """The actions of a plan that was sent which are late or blocked."""
    rows = [_row(record, each) for each in owed_actions(record)]
    return [row for row in rows if row.late or row.action.status == "blocked"]


def _row(record: Record, action: Progress) -> Row:
    last = action.last
    return Row(
        action=action,
        owner=name_of(record, action.body),
        status=str(ACTION_STATUSES[action.status]),
        said=str(record.said(last, "for_applicant")),
        evidence=str(record.said(last, "evidence")),
        said_on=last.happened_on if last else None,
        late=action.days_late(record.today),
        files=len(evidence_of(record, action.number)),
    )


def _recommended(record: Record, made: Recommendation) -> Recommended:
    answer: Fact | None = answer_to(record, made.number)
    waited = (record.today - made.answer_by).days if made.answer_by and answer is None else 0
    return Recommended(
        made=made,
        to=addressee_of(record, made),
        answer=str(RECOMMENDATION_ANSWERS[answer.codes["reply"]]) if answer else "",
        reasons=str(record.said(answer, "reasons")),
        answered_on=answer.happened_on if answer else None,
        late=max(waited, 0),
    )

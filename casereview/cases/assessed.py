"""The assessments of risk and harm in a case, and where in the procedure none was made."""

from dataclasses import dataclass

from casereview.cases.meeting import DECIDED
from casereview.cases.models import Fact
from casereview.cases.record import Record

# What has happened when it is to be asked again; the first look has a clock of its own, for reading for danger.
ASKED_AGAIN = {
    "meeting": ("meeting_arranged", "review_held"),
    "close": ("plan_completed", "completion_notice_sent", "threshold_not_met", "application_withdrawn"),
}
ORDER = ("first_look", "meeting", "close")


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment as far as the viewer may read it. answers: codes by the codes of questions. override: or ""."""

    fact: Fact
    at: str
    level: str
    override: str
    answers: dict[str, str]
    reason: str
    notes: str


def assessments(record: Record) -> list[Assessment]:
    """All that stand, in the order of recording."""
    return [_assessment(record, fact) for fact in record.current("risk_assessed")]


def now_at(record: Record) -> str:
    """At which point of the procedure an assessment of today is made, one of ORDER."""
    if record.has(*ASKED_AGAIN["close"]):
        return "close"
    return "meeting" if record.has(*DECIDED) else "first_look"


def unassessed(record: Record) -> list[str]:
    """The points at which it was to be asked again and was not, neither then nor later; none without a form."""
    if record.scheme.risk is None:
        return []
    made = {fact.codes["at"] for fact in record.current("risk_assessed")}
    come = [point for point, kinds in ASKED_AGAIN.items() if record.has(*kinds)]
    return [point for point in come if made.isdisjoint(ORDER[ORDER.index(point) :])]


def _assessment(record: Record, fact: Fact) -> Assessment:
    return Assessment(
        fact,
        at=fact.codes["at"],
        level=fact.codes["level"],
        override=fact.codes["override"],
        answers=record.said(fact, "assessed", {}),
        reason=record.said(fact, "override_reason"),
        notes=record.said(fact, "notes"),
    )

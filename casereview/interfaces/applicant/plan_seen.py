"""The plan as the applicant reads it: the words that they were sent, and what has become of each since."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.evidence import Evidence, evidence_of
from casereview.cases.models import Fact
from casereview.cases.plan import Progress, answer_to, progress, settled
from casereview.cases.record import Record
from casereview.wording.plan import APPLICANT_ACTION, RECOMMENDATION_ANSWERS


@dataclass(frozen=True, slots=True)
class Seen:
    """An action. told, by: as they were sent. due: the date in the plan; now: the one that holds, where it is another.

    status: in their words. tag: "late", "blocked", "done" or "". said: what was written for them last, said_on when.
    files: those that they may see of it.
    """

    number: int
    told: str
    by: str
    due: date
    now: date | None
    status: str
    tag: str
    said: str
    said_on: date | None
    files: list[Evidence]


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation, with the answer in words, "" while there is none, and what was written of it for them."""

    told: str
    to: str
    answer_by: date | None
    answer: str
    said: str


def plan_shown(record: Record) -> Fact | None:
    """The plan that they were sent, else the draft; None before either."""
    return settled(record) or record.latest("plan_drafted")


def actions_shown(record: Record) -> list[Seen]:
    """The actions of the plan or draft that they were sent."""
    now = {each.number: each for each in progress(record)}
    told = record.said(plan_shown(record), "actions", [])
    return [_seen(record, each, now.get(each["number"])) for each in told]


def _seen(record: Record, told: dict[str, str], now: Progress | None) -> Seen:
    due = date.fromisoformat(told["due"])
    last = now.last if now else None
    return Seen(
        number=int(told["number"]),
        told=told["told"],
        by=told["by"],
        due=due,
        now=now.due if now and now.due != due else None,
        status=_status(record, now),
        tag=_tag(record, now),
        said=str(record.said(last, "for_applicant")),
        said_on=last.happened_on if last else None,
        files=evidence_of(record, int(told["number"])),
    )


def _status(record: Record, now: Progress | None) -> str:
    if now is None:
        return _("This is no longer in the plan. You will get the plan as it is now.")
    if now.days_late(record.today) and now.status not in {"late", "blocked"}:
        return _("It is late. We have asked for it.")
    return str(APPLICANT_ACTION[now.status])


def _tag(record: Record, now: Progress | None) -> str:
    if now is None:
        return ""
    if now.status in {"done", "blocked"}:
        return now.status
    return "late" if now.status == "late" or now.days_late(record.today) else ""


def recommendations_shown(record: Record) -> list[Recommended]:
    """The recommendations of the plan or draft that they were sent."""
    found = []
    for told in record.said(plan_shown(record), "recommendations", []):
        answer = answer_to(record, int(told["number"])) if settled(record) else None
        found.append(
            Recommended(
                told=told["told"],
                to=told["to"],
                answer_by=date.fromisoformat(told["answer_by"]) if told["answer_by"] else None,
                answer=str(RECOMMENDATION_ANSWERS[answer.codes["reply"]]) if answer else "",
                said=str(record.said(answer, "for_applicant")),
            )
        )
    return found


def to_comment(record: Record) -> bool:
    """Whether a draft that they can read waits for comments, which they have not given."""
    drafted, said = record.latest("plan_drafted"), record.latest("plan_commented")
    if drafted is None or drafted.id not in record.words or settled(record):
        return False
    return said is None or said.number < drafted.number


def to_say_whether_stopped(record: Record) -> bool:
    """Whether they were asked if it has stopped, and have not answered."""
    asked, said = record.latest("applicant_asked"), record.latest("applicant_answered")
    if asked is None or record.has("plan_completed", "case_closed"):
        return False
    return said is None or said.number < asked.number

"""What waits for a chair, by date, and the reviews that they chair. Chairs have few: each is read whole."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise

from casereview.cases.asked import asked_to_chair
from casereview.cases.availability import poll_of
from casereview.cases.chair import chair_of
from casereview.cases.minutes import latest
from casereview.cases.models import Appointment, Case
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.cases.status import status
from casereview.people.viewer import Viewer
from casereview.process import STEPS
from casereview.steps.step import Step
from casereview.wording.status import STATUS_WORDS

DECLARE = STEPS["declare_chair"]
DATES = "say_availability"
VIEW = STEPS["give_appeal_view"]  # of a hearing, which has a page of its own
AT_ANY_TIME = ("declare_conflict",)  # open all the time: it waits for nobody


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that a chair is asked: days left until it is due, negative when late, or None."""

    reference: str
    title: str | Promise
    href: str
    due: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Chaired:
    """A review that they chair: where it stands, its next date, and the last day on which they see it."""

    reference: str
    status: str | Promise
    due: date | None
    until: date | None


def steps_of_a_chair() -> list[Step]:
    """Every step of the review that a chair may take once they have declared."""
    return [step for step in STEPS.values() if "chair" in step.who and step not in (DECLARE, VIEW)]


def for_chair(viewer: Viewer, today: date) -> tuple[list[Waiting], list[Chaired]]:
    """What waits, the nearest date first; and the reviews that have opened to them."""
    waiting: list[Waiting] = []
    chaired: list[Chaired] = []
    asked = asked_to_chair(viewer)
    seen = Case.objects.visible_to(viewer).in_bulk([row.case_id for row in asked])
    for row in asked:
        record = load(seen[row.case_id], viewer) if row.case_id in seen else None
        if record is None or chair_of(record) not in viewer.holders:
            waiting.append(_to_declare(row, today))
            continue
        waiting += _open_steps(record)
        chaired.append(_chaired(record))
    return sorted(waiting, key=lambda one: (one.due or date.max, one.reference)), chaired


def next_due(record: Record) -> date | None:
    """The nearest date that still runs."""
    return min((run.due for run in record.deadlines if run.is_open and run.due), default=None)


def _to_declare(row: Appointment, today: date) -> Waiting:
    days = (row.review_by - today).days if row.review_by else None
    return Waiting(
        row.reference, DECLARE.title, reverse("panel:declare", args=[row.reference]), row.review_by, days
    )


def _open_steps(record: Record) -> list[Waiting]:
    reference, found = record.case.reference, []
    for step in steps_of_a_chair():
        if step.is_open(record) or _waits_for_nobody(record, step):
            continue
        due = _asked_by(record, step)
        days = (due - record.today).days if due else None
        found.append(
            Waiting(reference, step.title, reverse("panel:do", args=[reference, step.name]), due, days)
        )
    return found


def _asked_by(record: Record, step: Step) -> date | None:
    """When it is due: an answer about dates by the day that was named, all else with the nearest clock."""
    poll = poll_of(record)
    return poll.answer_by if poll and step.name == DATES else next_due(record)


def _waits_for_nobody(record: Record, step: Step) -> bool:
    """Whether it may be done and need not be: a conflict declared, dates or minutes that are there already."""
    if step.name == DATES:
        poll = poll_of(record)
        return poll is None or poll.has_answered(chair_of(record))
    return step.name in AT_ANY_TIME or (step.name == "write_minutes" and latest(record) is not None)


def _chaired(record: Record) -> Chaired:
    appointed = record.latest("chair_appointed")
    until = str(appointed.codes["until"]) if appointed else ""
    return Chaired(
        record.case.reference,
        STATUS_WORDS[status(record)],
        next_due(record),
        date.fromisoformat(until) if until else None,
    )

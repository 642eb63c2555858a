"""My actions: what this officer's bodies have still to do, across cases, by date; and what was recommended to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from casereview.audit.trail import note
from casereview.cases.models import Action, Case, Fact, Recommendation
from casereview.cases.plan import ADDED, UPDATES, Progress, answer_to, open_actions, recommendations
from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.body.waiting import bodies_of
from casereview.people.models import Body
from casereview.people.viewer import Viewer
from casereview.wording.plan import ACTION_STATUSES, RECOMMENDATION_ANSWERS

READ = (*ADDED, *UPDATES, "plan_settled", "recommendation_answered", "case_closed")


@dataclass(frozen=True, slots=True)
class Mine:
    """An action of one of my bodies. days: left until its date, negative when late."""

    case: Case
    body: Body
    action: Progress
    status: str
    days: int


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation to one of my bodies. answer: in words, "" while there is none. days: left until it is due."""

    case: Case
    body: Body
    made: Recommendation
    answer: str
    days: int | None


@holds("answer_for_body")
@require_GET
def actions(request: Request) -> HttpResponse:
    """What is to be done and what is to be answered, the nearest date first, those without one last."""
    bodies = {body.holder: body for body in bodies_of(request.viewer)}
    records = list(_records(request.viewer, timezone.now()))
    for record in records:
        note(request.viewer.holder, "read", "partner actions", record.case.pk)
    mine = [one for record in records for one in _mine(record, bodies)]
    made = [one for record in records for one in _recommended(record, bodies)]
    context = {
        "mine": sorted(mine, key=lambda one: (one.action.due, one.case.reference, one.action.number)),
        "recommended": sorted(made, key=lambda one: (bool(one.answer), one.case.reference, one.made.number)),
    }
    return render(request, "body/actions.html", context)


def _records(viewer: Viewer, now: datetime) -> Iterable[Record]:
    """Each case in which something of theirs stands and whose plan was sent, with no more of it than that takes.

    Three queries, however many cases.
    """
    rows: list[Action | Recommendation] = [
        *_own(Action, viewer),
        *_own(Recommendation, viewer),
    ]
    cases = {row.case_id: row.case for row in rows}
    facts = (
        Fact.objects.visible_to(viewer).filter(case__in=cases, kind__in=READ).order_by("case_id", "number")
    )
    for key, found in groupby(facts, key=lambda fact: fact.case_id):
        theirs = [row for row in rows if row.case_id == key]
        record = Record(
            case=cases[key],
            viewer=viewer,
            now=now,
            facts=list(found),
            actions=[row for row in theirs if isinstance(row, Action)],
            recommendations=[row for row in theirs if isinstance(row, Recommendation)],
        )
        if record.has("plan_settled") and not record.has("case_closed"):
            yield record


def _own(model: "type[Action] | type[Recommendation]", viewer: Viewer) -> Iterable[Action | Recommendation]:
    rows = model.objects.visible_to(viewer).filter(own__in=viewer.holders)
    return rows.select_related("case")


def _mine(record: Record, bodies: dict[str, Body]) -> Iterable[Mine]:
    for action in open_actions(record):
        if action.body in bodies and action.action:
            words = str(ACTION_STATUSES[action.status])
            yield Mine(record.case, bodies[action.body], action, words, (action.due - record.today).days)


def _recommended(record: Record, bodies: dict[str, Body]) -> Iterable[Recommended]:
    for made in recommendations(record):
        if made.own in bodies:
            answer = answer_to(record, made.number)
            words = str(RECOMMENDATION_ANSWERS[answer.codes["reply"]]) if answer else ""
            days = (made.answer_by - record.today).days if made.answer_by else None
            yield Recommended(record.case, bodies[made.own], made, words, days)

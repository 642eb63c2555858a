"""My tasks: what was added to do, by name or to whoever owns the case, and applicants who wait to hear from us."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casereview.cases.models import Fact, Summary, Words
from casereview.cases.silence import LEVELS
from casereview.interfaces.access import Request, holds
from casereview.people.viewer import Viewer
from casereview.wording.dates import short_date

MOST = 500  # tasks ever added, done ones too, in one person's open cases: the newest


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do in a case; days: left until it is due, negative when late, None where no date was set.

    step: the one by which it is done.
    """

    reference: str
    what: str
    due: date | None
    days: int | None
    step: str = "finish_task"


@holds("coordinate")
@require_GET
def tasks(request: Request) -> HttpResponse:
    """What waits for this viewer, the nearest date first, those without one last."""
    today = timezone.localdate()
    found = [*tasks_of(request.viewer, today), *silences_of(request.viewer, today)]
    found.sort(key=lambda task: (task.due or date.max, task.reference))
    return render(request, "queue/tasks.html", {"tasks": found})


def tasks_of(viewer: Viewer, today: date) -> list[Task]:
    """The open tasks of this viewer in cases that are open (three queries)."""
    seen = Fact.objects.visible_to(viewer)
    for_me = Q(codes__who=viewer.holder) | Q(codes__who="", case__summary__owner=viewer.holder)
    added = seen.filter(for_me, kind="task_added", case__summary__closed=False)
    facts = list(added.select_related("case").order_by("-recorded_at")[:MOST])
    settled = seen.filter(
        Q(kind="task_done") | Q(corrects__in=facts), case__in={fact.case_id for fact in facts}
    )
    over = {str(id_) for fact in settled for id_ in (fact.codes.get("task"), fact.corrects_id) if id_}
    left = [fact for fact in facts if str(fact.id) not in over and not fact.codes.get("taken_back")]
    said = Words.objects.visible_to(viewer).filter(fact__in=left)
    what = {words.fact_id: str(words.values.get("what", "")) for words in said}
    return [_task(fact, what.get(fact.id, ""), today) for fact in left]


def silences_of(viewer: Viewer, today: date) -> list[Task]:
    """Silences towards applicants of which this viewer was told; each is over when they hear (one query)."""
    told = Q(owner=viewer.holder, silence_told__in=LEVELS)
    told |= Q(deputy=viewer.holder, silence_told__in=LEVELS[1:])
    quiet = Summary.objects.visible_to(viewer).filter(told, closed=False, hear_by__lt=today)
    return [_silence(case, today) for case in quiet.order_by("hear_by")[:MOST]]


def _silence(case: Summary, today: date) -> Task:
    assert case.hear_by is not None
    since = short_date(case.heard_on or case.received_on)
    what = _("The applicant has heard nothing from us since %(day)s: let them hear") % {"day": since}
    return Task(case.reference, what, case.hear_by, (case.hear_by - today).days, "log_contact")


def _task(fact: Fact, what: str, today: date) -> Task:
    due = date.fromisoformat(fact.codes["due"]) if fact.codes.get("due") else None
    return Task(fact.case.reference, what, due, (due - today).days if due else None)

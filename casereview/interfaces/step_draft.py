"""What somebody typed into a step's form and keeps for later: a draft of their own, one a case and step."""

from datetime import timedelta
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from casereview.cases.models import Draft
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.step import Step

KEPT_FOR = timedelta(days=28)
Typed = dict[str, list[str]]


def draft_of(record: Record, step: Step, viewer: Viewer) -> Draft | None:
    """What this viewer kept of this step in this case, if it has not expired or been sent."""
    theirs = Draft.objects.visible_to(viewer).filter(case=record.case, step=step.name, owner=viewer.holder)
    return theirs.filter(became=None, expires_at__gt=record.now).first()


def keep(record: Record, step: Step, viewer: Viewer, typed: Typed, seen: int, window: str = "") -> Draft:
    """Keep what was typed for 28 days, in place of what was kept before.

    seen: the last fact its writer had read. window: that in which it was typed.
    """
    return _keep(record, step, viewer, seen, typed=typed, window=window)


def keep_part(record: Record, step: Step, viewer: Viewer, name: str, value: Any) -> Draft:
    """Keep something beside what is typed, such as the files that were sent for it."""
    return _keep(record, step, viewer, record.last_number, **{name: value})


def _keep(record: Record, step: Step, viewer: Viewer, seen: int, **parts: Any) -> Draft:
    now = timezone.now()
    draft = draft_of(record, step, viewer) or Draft(
        case=record.case, step=step.name, area=record.case.area, owner=viewer.holder, begun_at=now
    )
    draft.answers, draft.seen = {**draft.answers, **parts}, seen
    draft.version += 1
    draft.saved_at, draft.expires_at = now, now + KEPT_FOR
    draft.save()
    return draft


def typed_in(draft: Draft) -> QueryDict:
    """The answers as they were posted."""
    data = QueryDict(mutable=True)
    for name, values in draft.answers.get("typed", {}).items():
        data.setlist(name, values)
    return data

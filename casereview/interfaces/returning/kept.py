"""What is kept of a return while it is written, one draft a writer: what was typed, rows of a spreadsheet, files."""

from typing import Any

from django.utils import timezone

from casereview.cases.models import Draft
from casereview.interfaces.returning.place import Place
from casereview.interfaces.step_draft import KEPT_FOR
from casereview.process import STEPS
from casereview.steps.return_again import rest_of

STEP = STEPS["give_return"]
Rows = list[dict[str, str]]


def draft(place: Place) -> Draft | None:
    """What this writer has kept of this body's return, if it has not expired or been sent."""
    viewer = place.request.viewer
    theirs = Draft.objects.visible_to(viewer).filter(
        case=place.record.case, step=STEP.name, owner=viewer.holder, answers__body=place.body.holder
    )
    return theirs.filter(became=None, expires_at__gt=place.record.now).first()


def imported(place: Place) -> Rows:
    """Rows out of a spreadsheet: those that were added, else what the last return has more than the form has boxes."""
    kept = draft(place)
    if kept is not None and "imported" in kept.answers:
        return list(kept.answers["imported"])
    return rest_of(place.record, place.body.holder)


def files(place: Place) -> list[dict[str, str]]:
    """Files that were sent and are not recorded yet."""
    kept = draft(place)
    return list(kept.answers.get("files", ())) if kept else []


def sheet(place: Place) -> str:
    """The spreadsheet that is being looked at, as text; "" where there is none."""
    kept = draft(place)
    return str(kept.answers.get("sheet", "")) if kept else ""


def keep_typed(place: Place, typed: dict[str, list[str]], seen: int, window: str) -> Draft:
    """Keep what stands in the boxes, for 28 days. seen: the last fact its writer had read; window: where they type."""
    return _keep(place, seen, typed=typed, window=window)


def keep_part(place: Place, name: str, value: Any) -> None:
    """Keep rows, files or a spreadsheet, beside what was typed."""
    _keep(place, place.record.last_number, **{name: value})


def _keep(place: Place, seen: int, **parts: Any) -> Draft:
    now, viewer = timezone.now(), place.request.viewer
    row = draft(place) or Draft(
        case=place.record.case,
        step=STEP.name,
        area=place.record.case.area,
        owner=viewer.holder,
        begun_at=now,
        seen=seen,
    )
    row.answers = {**row.answers, **parts, "body": place.body.holder}
    row.seen = seen if "typed" in parts else row.seen
    row.version += 1
    row.saved_at, row.expires_at = now, now + KEPT_FOR
    row.save()
    return row

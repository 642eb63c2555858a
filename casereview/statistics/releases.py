"""How figures are published: a draft is counted and checked, then frozen as a release; corrected by a new version."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.audit import trail
from casereview.people.models import Area
from casereview.people.viewer import Viewer
from casereview.schemes import unstated
from casereview.schemes.load import by_name
from casereview.schemes.terms import Figures
from casereview.statistics.corrections import kept_from_before
from casereview.statistics.counting import count
from casereview.statistics.models import DraftRelease, Release
from casereview.statistics.periods import Period, WrongPeriod, last_over, next_after
from casereview.statistics.suppression import UNDER, publishable
from casereview.statistics.table import counted_from
from casereview.wording.dates import short_date

EVENT = "figures_published"  # the event's name in the audit trail, since it belongs to no case


def published(area: str) -> list[Release]:
    """The newest version of each release of the area, the newest period first."""
    newest: dict[date, Release] = {}
    for release in Release.objects.filter(area=area):
        newest.setdefault(release.since, release)
    return list(newest.values())


def suggested(area: str, today: date) -> Period:
    """The period to publish next: the one after the last release, over or not; else the last that is over."""
    terms = _terms(area, today)
    for release in published(area):
        return next_after(release.period, terms)
    return last_over(terms, today)


def draft(
    area: str,
    period: Period,
    viewer: Viewer,
    *,
    corrects: Release | None = None,
    reason: str = "",
    at: datetime,
) -> DraftRelease:
    """Count the period for checking; the area's draft of before, if any, is replaced.

    Raises WrongPeriod where the period may not be published, or overlaps with what was published.
    """
    today = timezone.localdate(at)
    _check(area, period, corrects, today)
    made = DraftRelease(
        area=area,
        since=period.since,
        until=period.until,
        counted=count(area, period, today).as_json(),
        counted_at=at,
        corrects=corrects,
        reason=reason,
        by=viewer.holder,
        by_name=viewer.name,
    )
    made.save()
    return made


def as_published(draft: DraftRelease) -> dict[str, Any]:
    """What the public would read of a draft."""
    under = unstated.figures(_terms(draft.area, draft.until)).suppress_under or UNDER
    figures = publishable(counted_from(draft.counted), under)
    before = draft.corrects
    return kept_from_before(before.figures, before.version, figures) if before else figures


def publish(draft: DraftRelease, viewer: Viewer, at: datetime) -> Release:
    """Freeze the draft's numbers and publish them; the draft, and with it every hidden number, is deleted.

    Raises WrongPeriod where something else was published meanwhile that overlaps.
    """
    with transaction.atomic():
        list(Area.objects.select_for_update().filter(pk=draft.area))  # one release of an area at a time
        _check(draft.area, draft.period, draft.corrects, timezone.localdate(at))
        release = Release.objects.create(
            area=draft.area,
            since=draft.since,
            until=draft.until,
            version=draft.corrects.version + 1 if draft.corrects else 1,
            reason=draft.reason,
            figures=as_published(draft),
            counted_on=draft.counted_on,
            published_at=at,
            by=viewer.holder,
            by_name=viewer.name,
        )
        DraftRelease.objects.filter(pk=draft.area).delete()
        trail.note(
            viewer.holder, EVENT, f"{release.area} {release.since} to {release.until} v{release.version}"
        )
    return release


def differences(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """By how much each of the four totals differs from that of another release."""
    return {code: number - before.get(code, 0) for code, number in now.items()}


def _check(area: str, period: Period, corrects: Release | None, today: date) -> None:
    period.check(today)
    for release in published(area):
        if corrects and release.since == corrects.since:
            if release.version != corrects.version or release.period != period:
                raise WrongPeriod(_("This release has been corrected meanwhile: look at it again first."))
        elif release.period.overlaps(period):
            days = {"since": short_date(release.since), "until": short_date(release.until)}
            raise WrongPeriod(
                _(
                    "Figures for %(since)s to %(until)s are published: choose days after them, or correct them."
                )
                % days
            )


def _terms(area: str, on: date) -> Figures | None:
    return by_name(area, on).figures

"""The demo's figures: two years as they were published by hand, a release, and a draft that waits to be checked."""

from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from casereview.clocks.months import months_after
from casereview.people.models import User
from casereview.people.viewer import for_user
from casereview.statistics import past, releases
from casereview.statistics.models import Release
from casereview.statistics.periods import Period

BY_HAND = Path(__file__).with_suffix(".csv")


def publish_figures(today: date) -> None:
    """Import, publish and draft for County Durham, of the months before this day; a second time changes nothing."""
    past.save(past.read(BY_HAND))
    if Release.objects.filter(area="durham").exists():
        return
    cora = for_user(User.objects.get(email="cora.wren@example.org"))
    begins = today.replace(day=1) if today.day > 7 else months_after(today.replace(day=1), -1)
    published = Period(months_after(begins, -6), begins - timedelta(days=1))
    now = timezone.now()
    releases.publish(releases.draft("durham", published, cora, at=now), cora, now)
    releases.draft("durham", Period(begins, today - timedelta(days=1)), cora, at=now)

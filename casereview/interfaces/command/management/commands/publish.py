"""Publishes an area's figures without a browser.

manage.py publish --area durham --from 2025-04-01 --to 2026-03-31
"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from casereview.interfaces.command.arguments import day, unreadable
from casereview.people.viewer import SYSTEM
from casereview.schemes.faults import nearest
from casereview.schemes.load import all_areas
from casereview.statistics import releases
from casereview.statistics.models import DraftRelease, Release
from casereview.statistics.periods import Period, WrongPeriod


class Command(BaseCommand):
    """Counts, publishes, and says what it did. What is published once is corrected on the staff page, with a reason."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Dates stay text here, so that a wrong one is answered in one line."""
        parser.add_argument("--area", required=True, help="the area's code, such as durham")
        parser.add_argument("--from", required=True, dest="since", help="YYYY-MM-DD, the first day")
        parser.add_argument("--to", required=True, dest="until", help="YYYY-MM-DD, the last day")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish. Exit 2 for arguments that cannot be used, 1 for a period that may not be published."""
        area, now = options["area"], timezone.now()
        if area not in all_areas():
            raise unreadable("--area", f"there is no area {area[:40]!r}.{nearest(area, all_areas())}")
        period = Period(day("--from", options["since"]), day("--to", options["until"]))
        if waiting := DraftRelease.objects.filter(area=area).first():
            raise CommandError(
                f"A {waiting} is being checked: publish or discard it on the page Figures first."
            )
        try:
            release = releases.publish(releases.draft(area, period, SYSTEM, at=now), SYSTEM, now)
        except WrongPeriod as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write("\n".join(_said(release)))


def _said(release: Release) -> list[str]:
    """The four totals, and where the figures are now."""
    totals = release.figures["totals"]
    return [
        f"Published: {release}.",
        f"  applications made: {totals['applications']}",
        f"  decided not met: {totals['not_met']}",
        f"  reviews carried out: {totals['reviews']}",
        f"  of reviews, with recommendations: {totals['with_recommendations']}",
        f"{settings.SERVICE_URL}{release.get_absolute_url()}",
    ]

"""Invents an area or two, people, and cases at every point of the procedure. Telling it again adds nothing."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone


class Command(BaseCommand):
    """`manage.py demo`: only in demo mode."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Build the place, then tell every story, each with its line."""
        if not settings.DEMO:
            raise CommandError("Set CASEREVIEW_DEMO=true: invented cases do not belong beside real ones.")
        from demo.figures import publish_figures
        from demo.place import build
        from demo.rules import propose_rules
        from demo.tell import all_stories, tell

        build()
        today = timezone.localdate()
        for name, story in all_stories():
            case = tell(name, story, today).case
            self.stdout.write(f"  {case}  {(story.__doc__ or name).strip().splitlines()[0]}")
        publish_figures(today)
        propose_rules(today)

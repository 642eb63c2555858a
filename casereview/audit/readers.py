"""Who opened a case or did something in it, by the day: what the person whose case it is may ask for (MISSION F4)."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate

from casereview.audit.models import Entry

LONDON = ZoneInfo("Europe/London")


def days_of(case: object) -> QuerySet[Entry, Any]:
    """For each London day, the latest first, and each holder: how many `times` they did anything in the case."""
    entries = Entry.objects.filter(case=str(case)).exclude(by="system")
    days = entries.annotate(day=TruncDate("at", tzinfo=LONDON)).values("day", "by")
    return days.annotate(times=Count("id")).order_by("-day", "by")

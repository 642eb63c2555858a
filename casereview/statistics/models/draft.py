"""A release that is being checked: the numbers as they were counted, which nobody outside sees. One an area."""

from datetime import date

from django.db import models
from django.utils import timezone

from casereview.statistics.periods import Period


class DraftRelease(models.Model):
    """`counted` is table.Counted as JSON. corrects: the release that it would replace, and then with a reason."""

    guard = "working"

    area = models.SlugField(primary_key=True)
    since = models.DateField()
    until = models.DateField()
    counted = models.JSONField()
    counted_at = models.DateTimeField()
    corrects = models.ForeignKey(
        "statistics.Release", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"draft for {self.area}, {self.since} to {self.until}"

    @property
    def counted_on(self) -> date:
        """The London day of counting."""
        return timezone.localdate(self.counted_at)

    @property
    def period(self) -> Period:
        """The days that it is about."""
        return Period(self.since, self.until)

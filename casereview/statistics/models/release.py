"""Figures that were published. Only added, never changed: a correction is a later version, and the old one stays."""

from django.db import models
from django.urls import reverse

from casereview.statistics.periods import Period


class Release(models.Model):
    """`figures` is what suppression.publishable made of them; nothing that it hides is kept anywhere.

    since, until: London days, both inclusive. counted_on: the day on which the facts were counted. reason: why this
    version replaces the one before, in words for the public; empty for the first.
    """

    guard = "log"

    area = models.SlugField()
    since = models.DateField()
    until = models.DateField()
    version = models.PositiveIntegerField(default=1)
    reason = models.CharField(max_length=500, blank=True)
    figures = models.JSONField()
    counted_on = models.DateField()
    published_at = models.DateTimeField()
    by = models.CharField(max_length=60)  # a holder
    by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-since", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["area", "since", "version"], name="release_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.since} to {self.until}, version {self.version}"

    @property
    def period(self) -> Period:
        """The days that it is about."""
        return Period(self.since, self.until)

    def get_absolute_url(self) -> str:
        """Its address, which stays its own whatever is corrected later."""
        return reverse("public:release", args=[self.area, self.since.isoformat(), self.version])

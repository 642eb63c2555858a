"""A term of office on an area's appeals panel: members of the public are appointed from a day until a day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Term(models.Model):
    """since and until: London dates, the last one inclusive. One that ends early is shortened, never deleted."""

    guard = "working"  # administrators change it through the pages of this service

    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="terms")
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    since = models.DateField(_("first day"))
    until = models.DateField(_("last day"))

    class Meta:
        ordering = ["-until", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="term_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return f"{self.since} to {self.until}"

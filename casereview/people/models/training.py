"""Training that somebody of the appeals panel has had."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Training(models.Model):
    """on: the London date. words: what it was about."""

    guard = "working"  # administrators change it through the pages of this service

    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="trainings")
    words = models.CharField(_("what it was"), max_length=200)
    on = models.DateField(_("day"))

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.words

"""The outbox: a working row a letter, claimed by whoever has time. It names nobody."""

from django.db import models

from casereview.cases.erased import Erased


class Outbox(models.Model):
    """state: waiting, held, done, parked. Claimed by taking the lease; tried again later and later, then parked."""

    guard = "working"
    erased: Erased = "deleted"

    letter_id = models.UUIDField(primary_key=True)
    case_id = models.UUIDField()
    state = models.CharField(max_length=10, default="waiting")
    attempts = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"])]
        verbose_name_plural = "outbox"

    def __str__(self) -> str:
        return f"{self.state}, tried {self.attempts} times"

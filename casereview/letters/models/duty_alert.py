"""That the duty contact was told of a request that speaks of danger: a working row, so that it is told once."""

from django.db import models

from casereview.cases.erased import Erased


class DutyAlert(models.Model):
    """One a case. Written before the message goes and removed where it could not go, so that it is tried again."""

    guard = "working"
    erased: Erased = "deleted"

    case_id = models.UUIDField(primary_key=True)
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"told at {self.sent_at}"

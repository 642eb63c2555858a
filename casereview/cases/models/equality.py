"""Equality answers, kept apart: nothing links them to a case, and the month is all that is said of the day."""

from django.db import models


class EqualityAnswer(models.Model):
    """One person's optional answers. Written with an application, read by statistics only."""

    guard = "sealed"

    area = models.CharField(max_length=40)
    month = models.DateField()  # the first of the month
    answers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.area} {self.month:%Y-%m}"

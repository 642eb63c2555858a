"""How often the code that leads an applicant in was withdrawn. The code itself stands nowhere."""

from django.db import models


class EntryCode(models.Model):
    """A code is worked out from holder, number and the installation's secret; a new number ends the one before.

    Who has no row has number 0.
    """

    guard = "working"

    holder = models.CharField(primary_key=True, max_length=60)
    number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"code {self.number}"

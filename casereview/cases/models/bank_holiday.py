"""A bank holiday that this installation added to the table that ships with the product."""

from django.db import models


class BankHoliday(models.Model):
    """known_from: the day from which it was known; clocks that stopped before then keep their dates."""

    guard = "pinned"

    on = models.DateField(unique=True)
    name = models.CharField(max_length=100)
    known_from = models.DateField()
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.name}, {self.on}"

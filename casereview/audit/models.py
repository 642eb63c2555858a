"""Who read and wrote what. No foreign keys: this history outlives what it describes, and names cases by their id.

Entries are written as they happen and sealed in batches, so that reading a page never waits for another reader.
"""

from django.db import models


class Entry(models.Model):
    """Somebody (`by`, a holder) did something: "read" a page of a case, "wrote" a step, "exported", "signed_in"."""

    guard = "log"

    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    did = models.CharField(max_length=20)
    case = models.CharField(max_length=36, blank=True)
    what = models.CharField(max_length=100)  # the page's or step's name, never what was typed

    class Meta:
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["case", "at"]), models.Index(fields=["by", "at"])]

    def __str__(self) -> str:
        return f"{self.by} {self.did} {self.what}"


class Seal(models.Model):
    """The entries from `first` to `last`, both inclusive, as they were: a hash over them and the seal before."""

    guard = "log"

    first = models.BigIntegerField()
    last = models.BigIntegerField(unique=True)
    count = models.PositiveIntegerField()
    before = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"entries {self.first} to {self.last}"

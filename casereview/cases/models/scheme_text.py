"""The text of a scheme exactly as it was, so that a receipt replays the same for ever."""

from django.db import models


class SchemeText(models.Model):
    """Stored verbatim by its SHA-256; never changed."""

    guard = "pinned"

    digest = models.CharField(max_length=64, primary_key=True)
    code = models.CharField(max_length=40)
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.code} {self.digest[:8]}"

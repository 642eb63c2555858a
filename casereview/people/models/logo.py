"""An area's picture, small enough to keep beside its settings."""

from django.db import models


class Logo(models.Model):
    """The area's logo, re-encoded as PNG when it was uploaded, so that it carries nothing but the picture."""

    guard = "working"

    area = models.OneToOneField("people.Area", on_delete=models.CASCADE, primary_key=True)
    png = models.BinaryField()
    digest = models.CharField(max_length=64)  # SHA-256 in hexadecimal; in its address, so it may be cached
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.area_id} {self.digest[:8]}"

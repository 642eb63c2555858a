"""A file in storage, what it is by its content, and what the scanner found. It has no name and no case here."""

import uuid

from django.db import models


class StoredFile(models.Model):
    """Stored and hashed before `take`; a draft or a document refers to it, and a job removes those nobody refers to.

    scan: waiting, clean, infected. `shown` is the name in storage of the copy that may be shown: pictures are
    re-encoded without camera and location data; the original stays sealed.
    """

    guard = "working"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stored = models.CharField(max_length=200)
    shown = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=10, default="waiting")
    scanned_at = models.DateTimeField(null=True, blank=True)
    uploaded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["scan", "uploaded_at"])]

    def __str__(self) -> str:
        return f"{self.content_type}, {self.size} bytes"

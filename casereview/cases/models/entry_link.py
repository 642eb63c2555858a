"""A way back in that somebody asked for by e-mail. A working row, made alike whether or not there is such a case."""

import uuid

from django.db import models


class EntryLink(models.Model):
    """First what was asked for: a reference, and the keyed hash of an e-mail address.

    A job looks whether the two belong together; then it is a link that leads `holder` in once, kept as a hash until
    it is used or its time is over. Otherwise the job deletes it.
    """

    guard = "working"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=12)
    email_hash = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    holder = models.CharField(max_length=60, blank=True)
    link_hash = models.CharField(max_length=64, blank=True, db_index=True)
    link_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"way in, asked at {self.asked_at:%H:%M}"

"""A way in for an officer without an account: a link to the registered mailbox of a body, then a code to the same."""

import uuid

from django.db import models

from casereview.cases.erased import Erased


class ReturnLink(models.Model):
    """It opens the return of one body in one case, and nothing else. A working row; the secrets are kept as hashes.

    body: the holder. wanted: what a job has still to send, "link", "code" or nothing. The link is used up when its
    button is pressed (spent_at), the code when it is typed (entered_at); the row is kept for a while, so that whoever
    opens a link that is over can have a new one sent to the mailbox.
    """

    guard = "working"
    erased: Erased = "deleted"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField(null=True)
    body = models.CharField(max_length=60)
    wanted = models.CharField(max_length=10, blank=True, default="link")
    asked_at = models.DateTimeField()
    link_hash = models.CharField(max_length=64, blank=True, db_index=True)
    link_until = models.DateTimeField(null=True, blank=True)
    spent_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)
    entered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["wanted", "asked_at"], name="return_link_wanted")]

    def __str__(self) -> str:
        return f"way to a return, asked at {self.asked_at:%H:%M}"

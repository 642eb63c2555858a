"""What somebody is still writing: a working row, not a fact. The one mechanism behind every form and journey."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import OwnGuard
from casereview.cases.visible import Visible


class Draft(models.Model):
    """Its id is the idempotency key: `take` consumes it, and the same form posted again finds the same case.

    owner: a holder; a public application is its own holder (`draft:<id>`), which the session then carries.
    code_hash: the keyed hash of the return code, by which the applicant comes back on any device. email_hash: that of
    an e-mail address which nobody else reads; a link to it may be asked for (link_asked_at), goes out by a job, and
    is kept as a hash until it is used or has expired.
    """

    guard = OwnGuard("owner")
    erased: Erased = "deleted"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    step = models.CharField(max_length=60)
    area = models.CharField(max_length=40)
    case = models.ForeignKey("cases.Case", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    owner = models.CharField(max_length=60)
    answers = models.JSONField(default=dict)
    seen = models.PositiveIntegerField(default=0)  # the number of the last fact the writer had before them
    version = models.PositiveIntegerField(default=0)
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    email_hash = models.CharField(max_length=64, blank=True, db_index=True)
    link_asked_at = models.DateTimeField(null=True, blank=True)
    link_hash = models.CharField(max_length=64, blank=True)
    link_until = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    became = models.ForeignKey(
        "cases.Case", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    objects = Visible.as_manager()

    class Meta:
        indexes = [models.Index(fields=["expires_at"])]

    def __str__(self) -> str:
        return f"draft of {self.step}"

"""A letter that a step has queued. What became of it is told by facts: `letter_sent`, `letter_held`, …"""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Letter(models.Model):
    """code: the prose file, such as "acknowledgement". to: the holder it is for (`person:…`, `body:3`, `user:7`).

    It is rendered at dispatch from the case as it then stands, by a route that is safe at that moment.
    """

    guard = CaseGuard("application", own="to")
    erased: Erased = "kept"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="letters")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    to = models.CharField(max_length=60)
    queued_at = models.DateTimeField()

    objects = Visible.as_manager()

    class Meta:
        ordering = ["queued_at"]

    def __str__(self) -> str:
        return f"{self.code} to {self.to}"

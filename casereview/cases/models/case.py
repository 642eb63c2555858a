"""One pass of one application through the procedure. Everything else about it is derived from its facts."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Case(models.Model):
    """`scheme` and `rules_of` pin the rules for ever; `follows` is the case that this one came out of."""

    guard = CaseGuard("case", case="id", counted=("id", "area"))
    erased: Erased = "kept"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=12, unique=True)  # random; knowing it opens nothing
    area = models.CharField(max_length=40)
    scheme = models.ForeignKey("cases.SchemeText", on_delete=models.PROTECT, related_name="+")
    rules_of = models.DateField()
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    opened_at = models.DateTimeField()

    objects = Visible.as_manager()

    class Meta:
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return self.reference

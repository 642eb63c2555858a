"""A file of a case. Shown to nobody until a scanner has found it clean; the original is kept sealed."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import SCOPES, CaseGuard
from casereview.cases.visible import Visible


class Document(models.Model):
    """The file itself lies in storage under its SHA-256. What the scanner found is in its `StoredFile`.

    scope: "application", or "appeal" for what came with an appeal.
    """

    guard = CaseGuard("application", own="own", scope_column="scope")
    erased: Erased = "deleted"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="documents")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey("cases.StoredFile", on_delete=models.PROTECT, related_name="+")
    own = models.CharField(max_length=60, blank=True)
    scope = models.CharField(
        max_length=20, choices=[(scope, scope) for scope in SCOPES], default="application"
    )
    name = models.CharField(max_length=200)

    objects = Visible.as_manager()

    def __str__(self) -> str:
        return self.name

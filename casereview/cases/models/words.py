"""The words of a fact: reasons, notes, accounts. Erasable, and each with the scope that a reader must hold."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import SCOPES, CaseGuard
from casereview.cases.visible import Visible


class Words(models.Model):
    """`values` maps a name to text (or a list of texts). `own` is a holder who may read them besides."""

    guard = CaseGuard("application", own="own", scope_column="scope")
    erased: Erased = {
        "values": {},
        "salt": "",
    }  # without its salt nobody can try words against the commitment

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="words")
    scope = models.CharField(max_length=20, choices=[(scope, scope) for scope in SCOPES])
    own = models.CharField(max_length=60, blank=True)
    salt = models.CharField(max_length=32)
    values = models.JSONField(default=dict)

    objects = Visible.as_manager()

    class Meta:
        verbose_name_plural = "words"

    def __str__(self) -> str:
        return f"words of {self.fact_id}"

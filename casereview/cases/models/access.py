"""Who may see which part of a case. Written by `process.take` alone; read by `visible_to` and by the database."""

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import SCOPES, CaseGuard


class Access(models.Model):
    """A holder (`user:7`, `body:3`, `area:durham`, `person:<uuid>`, `system`) may see one scope of one case."""

    guard = CaseGuard("case", own="holder")
    erased: Erased = "kept"

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="access")
    holder = models.CharField(max_length=60)
    scope = models.CharField(max_length=20, choices=[(scope, scope) for scope in SCOPES])
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "access"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "scope", "holder"],
                condition=models.Q(until__isnull=True),
                name="access_held_once",
            )
        ]
        indexes = [
            models.Index(fields=["holder", "scope", "case"]),
            models.Index(
                fields=["case", "scope", "holder"], name="access_looked_up"
            ),  # by every policy, row by row
        ]

    def __str__(self) -> str:
        return f"{self.holder} sees {self.scope}"

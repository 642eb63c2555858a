"""One thing that a body holds about a case: a report, an action of its own, an incident; a line of the chronology."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import SCOPES, CaseGuard
from casereview.cases.visible import Visible

ENTRY_KINDS = ("report", "action", "incident", "contact", "other")


class Entry(models.Model):
    """`own` is the holder of the body that told it. scope: "application" where the applicant may be shown it, else
    "restricted".

    on_from and on_to are equal for an exact day, both empty where unknown; `as_told` is the date in its own words.
    report: the applicant's own report that this is the body's record of. outcome: what came of it.
    """

    guard = CaseGuard("restricted", own="own", scope_column="scope")
    erased: Erased = {"as_told": "", "what": "", "outcome": "", "reference": ""}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="entries")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    own = models.CharField(max_length=60)
    scope = models.CharField(max_length=20, choices=[(scope, scope) for scope in SCOPES])
    number = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in ENTRY_KINDS])
    on_from = models.DateField(null=True, blank=True)
    on_to = models.DateField(null=True, blank=True)
    as_told = models.CharField(max_length=200, blank=True)
    what = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    reference = models.CharField(max_length=100, blank=True)
    report = models.ForeignKey(
        "cases.Report", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = Visible.as_manager()

    class Meta:
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.kind} {self.number} of {self.own}"

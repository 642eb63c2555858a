"""One time that somebody told a body about an incident."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Report(models.Model):
    """`own` is the holder of the body it was made to, which may see it; other bodies may not.

    `body_kind` is council, police, landlord, health or other, and empty where nobody was named.
    `by` is the person who made it.
    """

    guard = CaseGuard("application", own="own")
    erased: Erased = {
        "body_name": "",
        "as_told": "",
        "told": "",
        "their_reference": "",
        "promised": "",
        "happened": "",
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="reports")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    incident = models.ForeignKey("cases.Incident", on_delete=models.PROTECT, related_name="reports")
    by = models.ForeignKey("cases.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(default=1)
    body = models.ForeignKey("people.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    own = models.CharField(max_length=60, blank=True)
    body_kind = models.CharField(max_length=20, blank=True)
    body_name = models.CharField(max_length=200, blank=True)
    on_from = models.DateField(null=True, blank=True)
    on_to = models.DateField(null=True, blank=True)
    as_told = models.CharField(max_length=200, blank=True)
    told = models.CharField(max_length=200, blank=True)  # the officer's name
    their_reference = models.CharField(max_length=100, blank=True)
    promised = models.TextField(blank=True)
    happened = models.TextField(blank=True)

    objects = Visible.as_manager()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"report {self.number}"

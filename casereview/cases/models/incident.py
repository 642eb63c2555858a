"""Something that happened to the person affected, with its date as well as it is known."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Incident(models.Model):
    """`on_from` and `on_to` are equal for an exact day, apart for "about mid-May", both empty where unknown.

    `as_told` keeps the date in the applicant's own words. `hate` lists the motivations, of the nine.
    """

    guard = CaseGuard("application")
    erased: Erased = {"as_told": "", "what": "", "location": "", "problem": "", "culprit": "", "hate": []}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="incidents")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(default=1)
    on_from = models.DateField(null=True, blank=True)
    on_to = models.DateField(null=True, blank=True)
    as_told = models.CharField(max_length=200, blank=True)
    what = models.TextField(blank=True)
    location = models.CharField(max_length=300, blank=True)
    problem = models.CharField(max_length=100, blank=True)
    culprit = models.CharField(max_length=100, blank=True)
    hate = models.JSONField(default=list)

    objects = Visible.as_manager()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"incident {self.number}"

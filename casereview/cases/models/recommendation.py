"""A recommendation of the review: its addressee must have regard to it, and is asked to answer (2014 Act, s.104)."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Recommendation(models.Model):
    """`own` is the holder of the addressee where that is a body of the area, else "" and `addressee` names them.

    told: its wording for the applicant, who reads it in the outcome that is sent, not here.
    """

    guard = CaseGuard("restricted", own="own")
    erased: Erased = {"addressee": "", "what": "", "told": ""}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="recommendations")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    own = models.CharField(max_length=60, blank=True)
    addressee = models.CharField(max_length=200, blank=True)
    number = models.PositiveIntegerField()
    what = models.TextField()
    answer_by = models.DateField(null=True, blank=True)
    told = models.TextField()

    objects = Visible.as_manager()

    def __str__(self) -> str:
        return f"recommendation {self.number}"

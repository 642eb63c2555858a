"""That somebody is asked to chair a review or to hear an appeal: all that they may read before they have declared."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Appointment(models.Model):
    """chair: the holder (`user:7`) of whoever is asked. bodies: the names of those in the case.

    part: "review" (to chair it) or "appeal" (to decide on it, or sit on its panel). took_part: names of the staff with
    a part in what is appealed against: by both, a conflict is seen. asked_on: the London date. review_by: the last day
    for the review as it stood then, None where none is promised. Nothing in it says who is affected, where or by what.
    """

    guard = CaseGuard("appointment")
    erased: Erased = "kept"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    chair = models.CharField(max_length=60)
    part = models.CharField(max_length=10, default="review")
    reference = models.CharField(max_length=12)
    area = models.CharField(max_length=40)
    bodies = models.JSONField(default=list)
    took_part = models.JSONField(default=list)
    asked_on = models.DateField()
    review_by = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    def __str__(self) -> str:
        return f"{self.chair} for {self.reference}"

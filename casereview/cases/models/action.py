"""One action of the plan: who does what by when, and how it will be known that it worked."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Action(models.Model):
    """`own` is the holder of the body that owns it. The rows of facts that no later fact corrects are the plan.

    told: its wording for the applicant, who reads it in the plan that is sent, not here. What became of it is told by
    facts: `action_updated`, `action_done`.
    """

    guard = CaseGuard("restricted", own="own")
    erased: Erased = {
        "problem": "",
        "what": "",
        "officer": "",
        "officer_email": "",
        "escalation": "",
        "measure": "",
        "told": "",
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="actions")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    own = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    problem = models.TextField(blank=True)
    what = models.TextField()
    officer = models.CharField(max_length=200)
    officer_email = models.EmailField(blank=True)
    escalation = models.CharField(max_length=200, blank=True)
    due = models.DateField()
    measure = models.TextField(blank=True)
    told = models.TextField()

    objects = Visible.as_manager()

    class Meta:
        indexes = [models.Index(fields=["own", "due"])]

    def __str__(self) -> str:
        return f"action {self.number}"

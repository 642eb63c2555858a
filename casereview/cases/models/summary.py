"""A projection: what lists need of a case. Written by `take` and `rebuild` alone; nothing in it depends on today."""

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Summary(models.Model):
    """One row a case. `next_due` is the nearest due date of an open clock that the lead body or the bodies owe."""

    guard = CaseGuard("application")
    erased: Erased = "kept"  # written anew from what is left

    case = models.OneToOneField(
        "cases.Case", primary_key=True, on_delete=models.PROTECT, related_name="summary"
    )
    area = models.CharField(max_length=40)
    reference = models.CharField(max_length=12)
    status = models.CharField(max_length=40)
    waiting_for = models.CharField(max_length=600, blank=True)  # a code, or "body:3 body:5"
    received_on = models.DateField()
    channel = models.CharField(max_length=20, blank=True)
    next_due = models.DateField(null=True, blank=True)
    next_clock = models.CharField(max_length=60, blank=True)
    next_subject = models.CharField(max_length=60, blank=True)
    owner = models.CharField(max_length=60, blank=True)
    deputy = models.CharField(max_length=60, blank=True)
    risk = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=300, blank=True)
    letter_held = models.BooleanField(default=False)
    closed = models.BooleanField(default=False)
    appealed_on = models.DateField(null=True, blank=True)  # when the appeal that runs was received
    heard_on = models.DateField(null=True, blank=True)  # when the applicant last heard from us
    hear_by = models.DateField(null=True, blank=True)  # by when they must hear again; none once it is closed
    silence_told = models.CharField(max_length=20, blank=True)  # the last of silence.LEVELS that was told
    silent_bodies = models.CharField(max_length=600, blank=True)  # "body:3 body:5 ": each ends with a blank
    order = models.CharField(max_length=20)  # sorts open before closed, dated before undated: see projections

    objects = Visible.as_manager()

    class Meta:
        verbose_name_plural = "summaries"
        indexes = [
            models.Index(fields=["order", "case"]),
            # The queue opens with open cases, of which there are few among all that ever were.
            models.Index(fields=["order", "case"], condition=models.Q(closed=False), name="summary_open"),
            models.Index(fields=["area", "-received_on"], name="summary_newest"),
            models.Index(fields=["owner", "order"]),
            models.Index(fields=["hear_by"], condition=models.Q(closed=False), name="summary_unheard"),
            models.Index(fields=["area", "order"]),
        ]

    def __str__(self) -> str:
        return self.reference

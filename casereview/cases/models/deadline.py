"""A projection: every clock that has run in a case, with its receipt. Written by `take` and `rebuild` alone."""

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Deadline(models.Model):
    """Holds nothing that depends on today. `due` is empty where no length is promised.

    subject: the holder the clock runs for, where one clock runs for several (`body:3`).
    stopped_on: the London day of the stopping fact; ended_on: the day the case closed before it stopped.
    """

    guard = CaseGuard(
        "case",
        counted=(
            "id",
            "case_id",
            "clock",
            "subject",
            "started_on",
            "due",
            "stopped_by_id",
            "stopped_on",
            "ended_on",
        ),
    )
    erased: Erased = "kept"

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="deadlines")
    clock = models.CharField(max_length=60)
    subject = models.CharField(max_length=60, blank=True)
    started_by = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    due = models.DateField(null=True, blank=True)
    stopped_by = models.ForeignKey("cases.Fact", null=True, on_delete=models.PROTECT, related_name="+")
    stopped_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    receipt = models.JSONField(default=dict)

    objects = Visible.as_manager()

    class Meta:
        ordering = ["due", "clock", "subject"]
        indexes = [models.Index(fields=["due"], condition=models.Q(stopped_on=None), name="deadline_open")]

    def __str__(self) -> str:
        return f"{self.clock} by {self.due}"

    @property
    def is_open(self) -> bool:
        """Whether the clock still runs."""
        return self.stopped_on is None and self.ended_on is None

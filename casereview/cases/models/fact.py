"""Something that happened in a case. Never edited, never deleted: history is the facts in order."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class Fact(models.Model):
    """One event.

    happened_on is the London day it happened, recorded_at the moment it was written down: post arrives before it is
    keyed in. `codes` holds codes, numbers and dates, never words about a person: erasure empties words and details
    and leaves the spine. A correction is a later fact of the same kind that names the one it `corrects`.
    """

    guard = CaseGuard(
        "case",
        append_only=True,
        counted=("id", "case_id", "kind", "happened_on", "corrects_id", "codes"),
    )
    erased: Erased = "kept"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="facts")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    by = models.CharField(max_length=60)  # a holder: who did it
    by_name = models.CharField(max_length=200, blank=True)  # as staff were called then; empty for applicants
    key = models.CharField(max_length=120, unique=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    reason = models.CharField(max_length=500, blank=True)  # why it was corrected, as a short code-like phrase
    codes = models.JSONField(default=dict)
    commitment = models.CharField(max_length=64, blank=True)  # salted hash of the words, which may be erased
    before = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = Visible.as_manager()

    class Meta:
        ordering = ["case", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="fact_numbered_once")]
        indexes = [models.Index(fields=["kind", "happened_on"])]

    def __str__(self) -> str:
        return f"{self.kind} on {self.happened_on}"

"""Rules for an area that somebody has handed in: they hold only once they are confirmed, and only from their day on."""

from django.db import models
from django.db.models import Q


class Proposals(models.QuerySet["Proposal"]):
    def waiting(self) -> "Proposals":
        """Those that nobody has confirmed or discarded."""
        return self.filter(confirmed_at=None, withdrawn_at=None)


class Proposal(models.Model):
    """A checked scheme, and what became of it. Rows are never deleted: they say who changed an area's rules.

    withdrawn: discarded, or taken back where it had been confirmed. what_if: what it would change, as JSON, once that
    is worked out; asked_at: since when it is wanted; done and of: how far it is, in cases; failed: it could not be.
    """

    guard = "working"  # administrators change it through the pages of this service

    area = models.SlugField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    starts = models.DateField()
    proposed_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey("people.User", null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("people.User", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    what_if = models.JSONField(null=True)
    what_if_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    failed = models.BooleanField(default=False)

    objects = Proposals.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="proposal_confirmed_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="proposal_withdrawn_at_and_by",
            ),
            models.UniqueConstraint(
                fields=["area", "starts"],
                condition=Q(confirmed_at__isnull=False, withdrawn_at=None),
                name="proposal_one_confirmed_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} from {self.starts}"

    @property
    def is_worked_out(self) -> bool:
        """Whether it is known what the rules would change."""
        return self.what_if_at is not None

    @property
    def waits(self) -> bool:
        """Whether it may still be confirmed or discarded."""
        return self.confirmed_at is None and self.withdrawn_at is None

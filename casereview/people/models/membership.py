"""Who has which role where, from when until when."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from casereview.people import roles


class Memberships(models.QuerySet["Membership"]):
    def in_force(self) -> Self:
        """Those in force now, be their people disabled or not."""
        now = timezone.now()
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now)

    def current(self) -> Self:
        """Those in force now, of people who are not disabled."""
        return self.in_force().filter(user__is_active=True)


class Membership(models.Model):
    """One role of one user. Rows are ended, never deleted: they say who could do what on a given day.

    `area` is empty only for a role over the whole installation (administrator). `body` is the body that an
    officer answers for.
    """

    guard = "working"  # administrators change it through the pages of this service

    user = models.ForeignKey("people.User", on_delete=models.PROTECT)
    role = models.CharField(max_length=30, choices=[(role.code, role.title) for role in roles.ROLES.values()])
    area = models.ForeignKey("people.Area", null=True, blank=True, on_delete=models.PROTECT)
    body = models.ForeignKey("people.Body", null=True, blank=True, on_delete=models.PROTECT)
    since = models.DateTimeField(default=timezone.now)
    # Nobody granted the first administrator: the command line did.
    granted_by = models.ForeignKey(
        "people.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    until = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "people.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = Memberships.as_manager()

    class Meta:
        ordering = ["-since", "-id"]
        indexes = [models.Index(fields=["area", "role"], name="membership_area_role")]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=list(roles.ROLES)), name="membership_role_known"),
            models.CheckConstraint(
                condition=Q(area__isnull=False) | Q(role="administrator"), name="membership_has_its_area"
            ),
            models.CheckConstraint(
                condition=Q(role="body_officer", body__isnull=False)
                | (~Q(role="body_officer") & Q(body=None)),
                name="membership_body_for_officers",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="membership_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(until=None, ended_by=None) | Q(until__isnull=False, ended_by__isnull=False),
                name="membership_ended_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.area_id or ''}".strip()

"""A body that manages antisocial behaviour in an area: a council, the police, a landlord, a health board."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import BODY_KINDS

KIND_NAMES = {
    "council": _("Council"),
    "police": _("Police"),
    "landlord": _("Housing provider"),
    "health": _("Health board"),
    "other": _("Other"),
}


class Body(models.Model):
    """A body with its mailbox. There may be several of a kind: an area has many landlords.

    `relevant`: a relevant body of section 105 of the 2014 Act, to which every application is dispatched.
    """

    guard = "working"  # administrators change it through the pages of this service

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT)
    code = models.SlugField(_("code"))
    kind = models.CharField(_("kind"), max_length=20, choices=KIND_NAMES)
    name = models.CharField(_("name"), max_length=200)
    mailbox = models.EmailField(_("mailbox"), blank=True)
    escalation_name = models.CharField(_("escalation contact"), max_length=200, blank=True)
    escalation_email = models.EmailField(_("e-mail address of the escalation contact"), blank=True)
    relevant = models.BooleanField(_("relevant body"), default=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "bodies"
        constraints = [
            models.UniqueConstraint(fields=["area", "code"], name="body_code_once_in_an_area"),
            models.CheckConstraint(condition=Q(kind__in=BODY_KINDS), name="body_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def holder(self) -> str:
        """The body as a holder of access to cases."""
        return f"body:{self.pk}"

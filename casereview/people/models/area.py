"""What an installation adds to an area's scheme: the contacts that its public page masks, and its look."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# The fields without which letters or pages would have a hole. The words complete "Add …".
NEEDED = {
    "name": _("the name shown to the public"),
    "email": _("the e-mail address for applications"),
    "phone": _("the phone number for applications"),
    "address": _("the postal address for applications"),
    "appeals_address": _("the address that appeals are sent to"),
    "return_address": _("a neutral return address for envelopes"),
    "sender_name": _("a neutral sender name for e-mails"),
    "duty_phone": _("the duty phone number for answers that speak of danger"),
    "duty_email": _("the duty e-mail address for answers that speak of danger"),
}
COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Enter a colour such as #1d5a75"))


def readable_under_white(colour: str) -> None:
    """Refuses a colour on which white words have a contrast under 4.5 : 1 (WCAG 2.2, 1.4.3)."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return  # COLOUR says what is wrong with it
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    if 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) < 4.5:
        raise ValidationError(_("Choose a darker colour: white words cannot be read on this one"))


class Area(models.Model):
    """An area served by this installation. `code` is its scheme's code, such as "durham".

    Addresses are lines of text, as they stand on an envelope. It takes applications only when `live`.
    """

    guard = "working"  # administrators change it through the pages of this service

    code = models.SlugField(_("code"), primary_key=True)
    name = models.CharField(_("name shown to the public"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone number"), max_length=40, blank=True)
    address = models.TextField(_("postal address"), max_length=500, blank=True)
    appeals_address = models.TextField(_("address for appeals"), max_length=500, blank=True)
    return_address = models.TextField(_("neutral return address"), max_length=500, blank=True)
    sender_name = models.CharField(_("neutral sender name"), max_length=100, blank=True)
    duty_email = models.EmailField(_("duty e-mail address"), blank=True)
    duty_phone = models.CharField(_("duty phone number"), max_length=40, blank=True)
    support_email = models.EmailField(_("e-mail address of the victim support service"), blank=True)
    office_hours = models.CharField(_("office hours"), max_length=200, blank=True)
    districts = models.TextField(_("districts"), max_length=2000, blank=True)  # names, one a line
    colour = models.CharField(
        _("brand colour"), max_length=7, default="#1d5a75", validators=[COLOUR, readable_under_white]
    )
    exit_to = models.URLField(
        _("where Exit this page leads"), default="https://www.bbc.co.uk/weather", max_length=200
    )
    switched_on = models.BooleanField(default=False)
    switched_at = models.DateTimeField(null=True, blank=True)
    switched_by = models.ForeignKey(
        "people.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["name", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(switched_at=None, switched_by=None)
                | Q(switched_at__isnull=False, switched_by__isnull=False),
                name="area_switched_at_and_by",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def missing(self) -> list[str]:
        """What must be added before it can go live, each as words that complete "Add …"; empty when ready."""
        gaps = [str(words) for field, words in NEEDED.items() if not getattr(self, field).strip()]
        bodies = [body for body in self.body_set.all() if body.active and body.relevant]
        if not bodies:
            gaps.append(str(_("the relevant bodies")))
        gaps += [_("the mailbox of %(body)s") % {"body": body.name} for body in bodies if not body.mailbox]
        if not self.membership_set.current().filter(role="coordinator").exists():
            gaps.append(str(_("a co-ordinator who can sign in")))
        return gaps

    @property
    def district_names(self) -> list[str]:
        """The names of its districts in its own order; none where it does not say where in it things happen."""
        return [name for name in map(str.strip, self.districts.splitlines()) if name]

    @property
    def live(self) -> bool:
        """Whether the area takes applications: switched on by an administrator, and nothing missing now."""
        return self.switched_on and not self.missing()

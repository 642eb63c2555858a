"""What somebody who chairs or hears has declared: an interest that keeps them out of some cases."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Interest(models.Model):
    """Rows are ended, never deleted. body: the body that it concerns, or None where the words alone say it.

    since and until: London dates, the last one inclusive; until is None while it lasts.
    """

    guard = "working"  # administrators change it through the pages of this service

    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="interests")
    body = models.ForeignKey(
        "people.Body", verbose_name=_("body"), null=True, blank=True, on_delete=models.PROTECT
    )
    words = models.CharField(_("what it is"), max_length=300)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["-since", "-id"]

    def __str__(self) -> str:
        return self.words

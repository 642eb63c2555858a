"""A letter exactly as it was sent."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible


class SentLetter(models.Model):
    """A detail of the fact `letter_sent`. route: email_full, email_notice, post, page, read_aloud.

    `prose` is the letter in Markdown after rendering: page, e-mail and PDF are all made from it.
    """

    guard = CaseGuard("application", own="to")
    erased: Erased = {"address": "", "prose": ""}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey("letters.Letter", on_delete=models.PROTECT, related_name="sent")
    to = models.CharField(max_length=60)
    route = models.CharField(max_length=20)
    address = models.TextField(blank=True)
    subject = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    prose = models.TextField()
    language = models.CharField(max_length=10, default="en")

    objects = Visible.as_manager()

    def __str__(self) -> str:
        return f"{self.title} by {self.route}"

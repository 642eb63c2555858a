"""One way to reach a person, and whether it is safe. Asked at dispatch, every time."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible

METHODS = ("email", "phone", "post", "through_someone", "applicant_calls")


class Contact(models.Model):
    """The rows of the latest fact that set a person's contacts are the current ones; earlier ones are never used.

    seen_by_others: can anyone else see or answer it: "no", "yes", "not_sure". `never` is a route that must not be used.
    `own` is the person's holder: they may see and change how they are reached.
    """

    guard = CaseGuard("contact", own="own")
    erased: Erased = "deleted"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="contacts")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("cases.Person", on_delete=models.PROTECT, related_name="contacts")
    own = models.CharField(max_length=60, blank=True)
    method = models.CharField(max_length=20, choices=[(method, method) for method in METHODS])
    value = models.TextField(blank=True)
    seen_by_others = models.CharField(max_length=10, blank=True)
    never = models.BooleanField(default=False)
    when = models.TextField(blank=True)  # safe times
    how = models.TextField(blank=True)  # voicemail, withheld number, what to say if another answers
    confirmed = models.BooleanField(default=True)  # a new address is not used until it is confirmed safe

    objects = Visible.as_manager()

    def __str__(self) -> str:
        return f"{self.method} of {self.person_id}"

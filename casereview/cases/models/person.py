"""A person in a case: applicant, person affected (victim), representative, other reporter, alleged perpetrator."""

import uuid

from django.db import models

from casereview.cases.erased import Erased
from casereview.cases.guards import CaseGuard
from casereview.cases.visible import Visible

ROLES = ("applicant", "victim", "representative", "reporter", "alleged_perpetrator", "group")


class Person(models.Model):
    """Applicant, victim and representative may be one person or three: `roles` lists what this one is.

    consent: "given", "not_yet", "unsafe_to_ask", "lacks_capacity", "child", or "" where it was not asked. It limits
    what is shared and with whom, never whether an application is received.
    """

    guard = CaseGuard("contact", own="holder")
    erased: Erased = {
        "name": "",
        "relation": "",
        "household": "",
        "address": "",
        "landlord": "",
        "needs": {},
        "details": {},
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="people")
    fact = models.ForeignKey("cases.Fact", on_delete=models.PROTECT, related_name="+")
    holder = models.CharField(max_length=60)  # person:<id>, set by the row itself
    roles = models.JSONField(default=list)
    name = models.CharField(max_length=200, blank=True)  # any name that is safe to say aloud
    relation = models.CharField(max_length=200, blank=True)  # "her sister", "ward councillor"
    household = models.CharField(max_length=60, blank=True)
    consent = models.CharField(max_length=20, blank=True)
    address = models.TextField(blank=True)
    tenure = models.CharField(
        max_length=20, blank=True
    )  # owner, council, housing_association, private, other
    landlord = models.CharField(max_length=200, blank=True)
    needs = models.JSONField(default=dict)  # language, interpreter, large_print, somebody_with_me, other
    details = models.JSONField(default=dict)  # of an alleged perpetrator: description, under_18, complained

    objects = Visible.as_manager()

    class Meta:
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name or "somebody"

    def save(self, *args: object, **kwargs: object) -> None:
        self.holder = f"person:{self.id}"
        super().save(*args, **kwargs)  # type: ignore[arg-type]

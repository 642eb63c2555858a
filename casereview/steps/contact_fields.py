"""What is asked of any talk with the applicant, or any try: how, when, and what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.record import Record
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import StepForm
from casereview.wording.casework import ROUTES, TRIES


class TalkForm(StepForm):
    """How it was tried and what came of it. A route that they asked us never to use is refused."""

    route = choice(_("How"), ROUTES)
    outcome = choice(_("What happened?"), TRIES)
    on = Day(label=_("Day"), required=False)
    time = forms.TimeField(label=_("Time"), help_text=_("For example 14:30"))
    notes = text(_("What was said"), required=False)

    def clean(self) -> dict[str, Any]:
        """Never by an unsafe route; notes of what was said."""
        cleaned = super().clean()
        assert self.record is not None
        if cleaned.get("route") in never_by(self.record):
            self.add_error("route", _("They asked us never to use this way"))
        if cleaned.get("outcome") == "reached" and not cleaned.get("notes"):
            self.add_error("notes", _("Write what was said"))
        return cleaned


def never_by(record: Record) -> set[str]:
    """The methods by which the applicant must never be reached."""
    if record.applicant is None:
        return set()
    theirs = record.contacts_of(record.applicant)
    safe = {contact.method for contact in theirs if not contact.never}
    return {contact.method for contact in theirs if contact.never} - safe

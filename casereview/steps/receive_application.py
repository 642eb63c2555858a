"""Stage 4: an application is received, and dated, the day it arrives, whichever way it came (MISSION A4, A5)."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casereview.cases.application import Unreadable, rows_of
from casereview.cases.guards import Scope
from casereview.cases.models import EqualityAnswer
from casereview.cases.outcome import Grant, NewFact, Outcome, Told, first_access
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm, always

CHANNELS = {"web": _("online form"), "email": _("e-mail"), "phone": _("phone"), "post": _("post")}
# What the applicant's own holder sees of the case besides the letters sent to them.
APPLICANT_SCOPES: tuple[Scope, ...] = ("case",)


class ReceiveForm(StepForm):
    """`application` is the JSON of cases.application. `area`, and the days as dates; `first_contact` may be empty."""

    area = forms.CharField()
    channel = forms.ChoiceField(choices=CHANNELS.items())
    received_on = forms.DateField(error_messages={"required": _("Enter the day on which it arrived")})
    first_contact = forms.DateField(required=False)
    read_back = forms.BooleanField(required=False)
    application = forms.JSONField()

    def clean_received_on(self) -> date:
        """Refuse only the impossible: a day that has not come."""
        received: date = self.cleaned_data["received_on"]
        if received > timezone.localdate():
            raise forms.ValidationError(_("The day on which it arrived cannot be in the future"))
        return received

    def clean_application(self) -> dict[str, Any]:
        """Read the answers once, so that nothing is half received."""
        told: dict[str, Any] = self.cleaned_data["application"]
        try:
            rows_of(told)
        except (Unreadable, TypeError, AttributeError, KeyError) as error:
            raise forms.ValidationError(_("The application cannot be read: %s") % error) from error
        return told

    def clean(self) -> dict[str, Any]:
        """A first contact counts only where it was earlier, which favours the applicant (MISSION A6)."""
        cleaned = super().clean() or {}
        first, received = cleaned.get("first_contact"), cleaned.get("received_on")
        if first and received and first > received:
            self.add_error("first_contact", _("The first contact cannot be later than the day it arrived"))
        return cleaned


def do(_record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record the application with everybody and everything in it, and queue the acknowledgement (L1)."""
    told = answers["application"]
    made = rows_of(told)
    codes = {
        **told.get("codes", {}),
        "channel": answers["channel"],
        "read_back": answers["read_back"],
        "first_contact": answers["first_contact"].isoformat() if answers["first_contact"] else None,
        "keep_from": told.get("keep_from", []),
    }
    received = NewFact(
        "application_received",
        answers["received_on"],
        codes,
        words=(Told(told.get("words", {})),),
        rows=tuple(made.rows),
    )
    applicant = made.with_role("applicant")
    assert applicant is not None
    return Outcome(
        (received,),
        **queue([("acknowledgement", applicant.holder)], at)._asdict(),
        access=(*first_access(answers["area"]), Grant(applicant.holder, APPLICANT_SCOPES)),
        sealed=_equality(told, answers),
    )


def _equality(told: dict[str, Any], answers: Answers) -> tuple[EqualityAnswer, ...]:
    given = told.get("equality") or {}
    if not given:
        return ()
    month = answers["received_on"].replace(day=1)
    return (EqualityAnswer(area=answers["area"], month=month, answers=given),)


STEP = Step(
    name="receive_application",
    title=_("Receive an application"),
    stage=4,
    who=("apply", "coordinate"),
    is_open=always,
    do=do,
    records={"application_received": _("The application arrived by %(channel)s")},
    form=ReceiveForm,
    letters=("acknowledgement",),
    opens=True,
)

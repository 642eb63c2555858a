"""Stage 11: the chair signs the minutes. Nothing of them leaves before that (LESSONS 8)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import chair_of
from casereview.cases.minutes import latest
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class SignForm(StepForm):
    """A tick that stands for a signature."""

    agreed = forms.BooleanField(label=_("I have read these minutes, both parts, and sign them"))


def is_open(record: Record) -> str:
    """Open once the review was held and its minutes are written, until this version is signed."""
    if why := until_closed(record):
        return why
    if not record.has("review_held"):
        return gettext("The review has not been held.")
    if not chair_of(record):
        return gettext("No chair is appointed and has declared that nothing conflicts.")
    last = latest(record)
    if last is None:
        return gettext("No minutes are written.")
    return gettext("These minutes are signed.") if last.signed else ""


def do(record: Record | None, _answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record which version is signed."""
    assert record is not None
    last = latest(record)
    assert last is not None
    codes = {"minutes": str(last.fact.id), "version": last.version}
    return Outcome((NewFact("minutes_signed", day_of({}, at), codes),))


STEP = Step(
    name="sign_minutes",
    title=_("Sign the minutes"),
    stage=11,
    who=("chair",),
    is_open=is_open,
    do=do,
    records={"minutes_signed": _("The chair signed the minutes, version %(version)s")},
    form=SignForm,
    minds=("minutes_written", "minutes_signed"),
    sees="restricted",
    confirm=_("You sign the version that you see. A later change is a new version, to be signed again."),
)

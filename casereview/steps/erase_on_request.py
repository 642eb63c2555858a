"""After the close: somebody asked for what is held of them to be erased, and the office decided to do it early."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.retention import erased, kept_by
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.casework import KEPT_BY

GROUNDS = {
    "no_longer_needed": _("What is held is no longer needed"),
    "consent_withdrawn": _("They no longer agree, and nothing else allows us to keep it"),
    "objection": _("They object, and nothing outweighs it"),
    "unlawful": _("It should not have been kept"),
}


class EraseForm(StepForm):
    """The grounds of Article 17 of the UK GDPR. No words: they would be a detail of what was erased."""

    ground = forms.ChoiceField(
        label=_("Why is it erased early?"), choices=list(GROUNDS.items()), widget=forms.RadioSelect
    )
    told = forms.BooleanField(
        label=_("Whoever asked has been told that it will be done: afterwards we cannot reach them")
    )
    on = Day(label=_("When it was decided"), required=False)


def is_open(record: Record) -> str:
    """Open once the case is closed, with every one linked with it, and no hold stands."""
    if erased(record):
        return gettext("Its details are erased already.")
    return str(KEPT_BY.get(kept_by(record), ""))


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it with its ground, and have everything emptied that is somebody's."""
    return Outcome(
        (NewFact("case_erased", day_of(answers, at), {"erased_for": answers["ground"]}),), erases=True
    )


STEP = Step(
    name="erase_on_request",
    title=_("Erase the details early"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"case_erased": _("The details of the case were erased: %(erased_for)s")},
    form=EraseForm,
    minds=("legal_hold_placed", "appeal_received", "concern_recorded"),
    confirm=_("Names, words, files and letters are gone for good. The dates and the figures stay."),
)

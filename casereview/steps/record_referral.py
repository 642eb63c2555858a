"""Any stage: somebody is referred to a service that can protect or help them (MISSION B1)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import Answers, Step, StepForm, always, day_of
from casereview.wording.casework import REFERRALS


class ReferralForm(StepForm):
    """Whether they agreed is asked: a referral without consent needs its reason in the notes."""

    referred_to = choice(_("Referred to"), REFERRALS)
    service = one_line(_("Name of the service or person"), required=False)
    agreed = forms.BooleanField(label=_("The person affected agreed to it"), required=False)
    notes = text(_("Why, and what was passed on"))
    on = Day(label=_("When it was made"), required=False)


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the referral; who and why are restricted."""
    codes = {"referred_to": answers["referred_to"], "agreed": answers["agreed"]}
    words = Told({"service": answers["service"], "notes": answers["notes"]}, scope="restricted")
    return Outcome((NewFact("referral_made", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="record_referral",
    title=_("Record a referral"),
    stage=5,
    who=("coordinate",),
    is_open=always,
    do=do,
    records={"referral_made": _("A referral was made to %(referred_to)s")},
    form=ReferralForm,
)

"""Any stage: what somebody says about sharing who they are. It limits sharing, never receipt (MISSION A4)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.support import LETTER, stop_support
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.casework import CONSENTS

WHO = ("applicant", "victim", "reporter", "group")


class ConsentForm(StepForm):
    """`person` is the holder of whoever consents for themselves."""

    person = forms.ChoiceField(label=_("Whose consent?"), widget=forms.RadioSelect)
    consent = choice(_("Consent to share who they are with the bodies"), CONSENTS)
    notes = text(_("How it was given or refused"), required=False)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """Everybody who asked, is affected or reported."""
        people = [person for person in record.people if set(WHO) & set(person.roles)]
        choices = [(person.holder, str(person)) for person in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it: whatever is shared from now on follows it, and support that was told of them is told to stop."""
    assert record is not None
    codes = {"person": answers["person"], "consent": answers["consent"]}
    words = Told({"notes": answers["notes"]}, scope="restricted")
    fact = NewFact("consent_recorded", day_of(answers, at), codes, words=(words,))
    stop = stop_support(record, answers["person"], at) if answers["consent"] == "withdrawn" else {}
    return Outcome((fact,), **{**stop, "access": (*stop.get("access", ()), *_own_page(record, answers))})


def _own_page(record: Record, answers: Answers) -> tuple[Grant, ...]:
    """A person affected whom we have spoken with has a page of their own, as whoever asked for them has."""
    victims = {person.holder for person in record.in_role("victim")}
    agreed = answers["consent"] == "given" and answers["person"] in victims
    return (Grant(answers["person"], ("case",)),) if agreed else ()


STEP = Step(
    name="record_consent",
    title=_("Record consent"),
    stage=7,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"consent_recorded": _("Consent to share who somebody is: %(consent)s")},
    form=ConsentForm,
    letters=(LETTER,),
)

"""Stage 9: once the threshold is met, the victim support service is offered. It is told nothing before a yes."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.support import MAY_BE_OFFERED
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class OfferForm(StepForm):
    """`person` is the holder of whoever is offered support."""

    person = forms.ChoiceField(label=_("Who is offered support?"), widget=forms.RadioSelect)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """Whoever asked or is affected; the person affected unless somebody else is chosen."""
        people = [person for person in record.people if set(MAY_BE_OFFERED) & set(person.roles)]
        self.fields["person"].choices = [(person.holder, str(person)) for person in people]  # type: ignore[attr-defined]
        first = record.victim or record.applicant
        if first is not None:
            self.initial.setdefault("person", first.holder)


def is_open(record: Record) -> str:
    """Open once the threshold is met, until the case is closed."""
    if why := until_closed(record):
        return why
    if not record.has("threshold_met", "review_ordered"):
        return gettext("Support is offered when the threshold is met.")
    return "" if record.scheme.support else gettext("The scheme of this area names no support service.")


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the offer, and write it down for them (L7)."""
    fact = NewFact("support_offered", day_of(answers, at), {"person": answers["person"]})
    return Outcome((fact,), **queue([("support_offer", answers["person"])], at)._asdict())


STEP = Step(
    name="offer_support",
    title=_("Offer support"),
    stage=9,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"support_offered": _("Support was offered to %(person)s")},
    form=OfferForm,
    minds=("support_offered", "support_answered"),
    letters=("support_offer",),
)

"""Stage 14: a clerk who had no part in the case takes the appeal on; nothing beside it opens before (MISSION D3)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import clerk_of, running
from casereview.cases.guards import Scope
from casereview.cases.outcome import End, Grant, NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.panel_choice import check_free, offer, why_not
from casereview.steps.step import Answers, Step, StepForm

SEES: tuple[Scope, ...] = ("case", "application", "contact", "restricted", "appeal", "panel")


class ClerkForm(StepForm):
    """`clerk` is a holder. Whoever has a conflict may be named, and is refused with the fact that conflicts."""

    clerk = forms.ChoiceField(label=_("Which clerk takes it on?"), widget=forms.RadioSelect)

    def prepare(self, record: Record) -> None:
        """Offer whoever nothing keeps away; say of everybody else what does."""
        names = {holder: each.name for holder, each in record.clerks.items()}
        self.why = {holder: why_not(record, each) for holder, each in record.clerks.items()}
        self.offered = offer(self.fields["clerk"], names, self.why)
        self.unsuitable = [(names[holder], why) for holder, why in self.why.items() if why]

    def clean_clerk(self) -> str:
        """Nobody with a conflict, whatever was posted."""
        assert self.record is not None
        chosen: str = self.cleaned_data["clerk"]
        check_free(chosen, self.record.clerks[chosen].name, self.why)
        return chosen


def is_open(record: Record) -> str:
    """Open while an appeal is running; a second clerk takes it over from the first."""
    return "" if running(record) else gettext("No appeal is running.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record it, and open the case to this clerk, from now on to no other."""
    assert record is not None
    before, clerk = clerk_of(record), answers["clerk"]
    ended = (End(before),) if before and before != clerk else ()
    fact = NewFact("clerk_named", record.today, {"clerk": clerk})
    return Outcome((fact,), access=(*ended, Grant(clerk, SEES)))


STEP = Step(
    name="name_clerk",
    title=_("Take the appeal on"),
    stage=14,
    who=("clerk_appeals",),
    is_open=is_open,
    do=do,
    records={"clerk_named": _("%(clerk)s clerks the appeal")},
    form=ClerkForm,
    minds=("clerk_named",),
    sees="appeal",
)

"""Stage 5: a named contact and a deputy, throughout (MISSION B1)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed

NOT_HERE = _("Choose somebody who co-ordinates in this area")  # said of one case among many, in the queue


class OwnerForm(StepForm):
    """Both are co-ordinators of the case's area."""

    owner = forms.ChoiceField(label=_("Named contact"), error_messages={"invalid_choice": NOT_HERE})
    deputy = forms.ChoiceField(label=_("Deputy"), required=False, error_messages={"invalid_choice": NOT_HERE})

    def prepare(self, record: Record) -> None:
        """Whoever co-ordinates in this area."""
        people = list(record.coordinators.items())
        self.fields["owner"].choices = [("", _("Choose somebody")), *people]  # type: ignore[attr-defined]
        self.fields["deputy"].choices = [("", _("Nobody yet")), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nobody stands in for themselves."""
        cleaned = super().clean()
        if cleaned.get("owner") and cleaned.get("owner") == cleaned.get("deputy"):
            self.add_error("deputy", _("Choose somebody other than the named contact"))
        return cleaned


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record who has the case."""
    codes = {"owner": answers["owner"], "deputy": answers["deputy"]}
    return Outcome((NewFact("owner_assigned", day_of(answers, at), codes),))


STEP = Step(
    name="assign_owner",
    title=_("Name a contact and a deputy"),
    stage=5,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"owner_assigned": _("Named contact: %(owner)s. Deputy: %(deputy)s")},
    form=OwnerForm,
    minds=("owner_assigned", "handed_over"),
)

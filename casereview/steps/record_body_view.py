"""Stage 8: what each relevant body says of the proposed decision (MISSION B2)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.sharing import told
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, undecided
from casereview.wording.casework import VIEWS


class ViewForm(StepForm):
    """Who gave it is a person's name, kept as words."""

    body = forms.ChoiceField(label=_("Which body?"), widget=forms.RadioSelect)
    view = choice(_("What does it say of the proposed decision?"), VIEWS)
    reasons = text(_("Reasons"), required=False)
    given_by = one_line(_("Who gave this view, and their post"))
    on = Day(label=_("When it was given"), required=False)

    def prepare(self, record: Record) -> None:
        """The bodies that were told."""
        choices = [(body.holder, body.name) for body in told(record)]
        self.fields["body"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever disagrees says why."""
        cleaned = super().clean()
        if cleaned.get("view") == "disagree" and not cleaned.get("reasons"):
            self.add_error("reasons", _("Say why the body disagrees"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while a decision is proposed and not made."""
    if why := undecided(record):
        return why
    return "" if record.has("decision_proposed") else gettext("No decision has been proposed yet.")


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the view, with words that its own body may read."""
    body = answers["body"]
    words = Told(
        {"reasons": answers["reasons"], "given_by": answers["given_by"]}, scope="restricted", own=body
    )
    codes = {"body": body, "view": answers["view"]}
    return Outcome((NewFact("body_view_recorded", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="record_body_view",
    title=_("Record a body’s view"),
    stage=8,
    who=("answer_for_body", "coordinate"),
    is_open=is_open,
    do=do,
    records={"body_view_recorded": _("%(body)s gave its view of the proposed decision: %(view)s")},
    form=ViewForm,
    minds=("decision_proposed",),
)

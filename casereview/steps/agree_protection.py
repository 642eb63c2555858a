"""Stage 5 on: what protects the person affected until there is a decision (MISSION B1)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class ProtectionForm(StepForm):
    """Who does what until when; the body is one of the area's, or none where the office itself acts."""

    body = forms.ChoiceField(label=_("Who does it?"), required=False)
    what = text(_("What will be done"))
    until = Day(label=_("Until when"), ahead=True, required=False)
    on = Day(label=_("When it was agreed"), required=False)

    def prepare(self, record: Record) -> None:
        """The area's bodies."""
        bodies = [(body.holder, body.name) for body in record.bodies.values() if body.active]
        self.fields["body"].choices = [("", _("This office")), *bodies]  # type: ignore[attr-defined]


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record what was agreed; what it is, is restricted."""
    codes = {"by": answers["body"], "until": answers["until"].isoformat() if answers["until"] else None}
    words = Told({"what": answers["what"]}, scope="restricted")
    return Outcome((NewFact("protection_agreed", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="agree_protection",
    title=_("Record protection in the meantime"),
    stage=5,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"protection_agreed": _("Protection was agreed until %(until)s")},
    form=ProtectionForm,
)

"""Stage 5: on the day it arrives, somebody reads the application for danger (MISSION B1; LESSONS: risk missed)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed
from casereview.wording.casework import RISKS, SIGNS, YES_NO_UNKNOWN


class TriageForm(StepForm):
    """A sign each, yes, no or not known; then how great the risk is. The notes are restricted."""

    risk = choice(_("How great is the risk?"), RISKS)
    notes = text(_("What was found, and what was done at once"), required=False)
    on = Day(label=_("When it was read"), required=False)
    field_order = (*SIGNS, "risk", "notes", "on")

    def prepare(self, record: Record) -> None:
        """A question for each sign."""
        for sign, words in SIGNS.items():
            self.fields[sign] = choice(words, YES_NO_UNKNOWN)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Danger now is never a standard risk."""
        cleaned = super().clean()
        if cleaned.get("danger") == "yes" and cleaned.get("risk") in {"medium", "standard"}:
            self.add_error("risk", _("Somebody is in danger now: choose immediate or high"))
        return cleaned


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record how great the risk is; which signs were found is restricted, since bodies may read the codes of facts."""
    signs = {sign: answers[sign] for sign in SIGNS}
    words = Told({"signs": signs, "notes": answers["notes"]}, scope="restricted")
    return Outcome((NewFact("risk_triaged", day_of(answers, at), {"risk": answers["risk"]}, words=(words,)),))


STEP = Step(
    name="triage_risk",
    title=_("Read for danger"),
    stage=5,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"risk_triaged": _("The application was read for danger: %(risk)s")},
    form=TriageForm,
    minds=("risk_triaged", "concern_recorded"),
)

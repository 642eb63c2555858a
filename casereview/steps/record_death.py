"""Any stage: the applicant has died. One step stops every letter that waits and every call; the case may go on."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of


class DeathForm(StepForm):
    """Who told us, and whether household or family want the case to go on."""

    notes = text(_("Who told us, and what the household or family want"))
    on = Day(label=_("When we learned of it"), required=False)


def is_open(record: Record) -> str:
    """Open once."""
    return gettext("This is recorded.") if record.has("applicant_died") else ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it: from now on no letter to them is dispatched, since dispatch asks for this fact."""
    assert record is not None
    holder = record.applicant.holder if record.applicant else ""
    words = Told({"notes": answers["notes"]}, scope="restricted")
    fact = NewFact("applicant_died", day_of(answers, at), {"person": holder}, words=(words,))
    return Outcome((fact,))


STEP = Step(
    name="record_death",
    title=_("The applicant has died"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"applicant_died": _("We learned that the applicant has died")},
    form=DeathForm,
    confirm=_("No letter will be sent to the applicant from now on."),
)

"""Stage 9 and later: an appointment ends without a conflict: the chair is ill, or has finished. Their access ends."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import access_ended, appointed
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class EndForm(StepForm):
    """Why, in words that other co-ordinators may need."""

    reasons = text(_("Why does the appointment end?"))
    on = Day(label=_("When"), required=False)


def is_open(record: Record) -> str:
    """Open while somebody is appointed."""
    return until_closed(record) or ("" if appointed(record) else gettext("No chair is appointed."))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and close the case to them."""
    assert record is not None
    words = (Told({"reasons": answers["reasons"]}, scope="contact"),)
    fact = NewFact("chair_ended", day_of(answers, at), {"chair": appointed(record)}, words=words)
    return Outcome((fact,), access=access_ended(record))


STEP = Step(
    name="end_chair",
    title=_("End the chair’s appointment"),
    stage=9,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"chair_ended": _("The appointment of %(chair)s ended")},
    form=EndForm,
    minds=("chair_ended", "conflict_declared"),
    confirm=_("The chair sees nothing of this case from then on."),
)

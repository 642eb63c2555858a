"""Any stage: new risk, which puts the case at the top of the queue until it is read for danger again."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, always, day_of


class ConcernForm(StepForm):
    """One box: nobody should have to think about a form."""

    concern = text(_("What worries you?"))
    done = text(_("What was done about it at once"), required=False)
    on = Day(label=_("When it became known"), required=False)


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the concern as an immediate risk: reading for danger says later how great it is."""
    words = Told({"concern": answers["concern"], "done": answers["done"]}, scope="restricted")
    fact = NewFact("concern_recorded", day_of(answers, at), {"risk": "immediate"}, words=(words,))
    return Outcome((fact,))


STEP = Step(
    name="record_concern",
    title=_("Record a concern"),
    stage=0,
    who=("coordinate", "apply"),
    is_open=always,
    do=do,
    records={"concern_recorded": _("A concern was recorded")},
    form=ConcernForm,
)

"""Any stage: a task is done."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.tasks import open_tasks
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, always, day_of


class DoneForm(StepForm):
    """`task` is the id of the fact that added it."""

    task = forms.ChoiceField(label=_("Which task?"), widget=forms.RadioSelect)
    notes = text(_("What was done"), required=False)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """The tasks that are open."""
        tasks = [(str(fact.id), record.said(fact, "what")) for fact in open_tasks(record)]
        self.fields["task"].choices = tasks  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while a task waits to be done."""
    return always(record) if open_tasks(record) else gettext("There is no task to be done.")


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record that it is done."""
    words = Told({"notes": answers["notes"]}, scope="restricted")
    fact = NewFact("task_done", day_of(answers, at), {"task": answers["task"]}, words=(words,))
    return Outcome((fact,))


STEP = Step(
    name="finish_task",
    title=_("A task is done"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"task_done": _("A task was done")},
    form=DoneForm,
    minds=("task_done",),
)

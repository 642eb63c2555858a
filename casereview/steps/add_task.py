"""Any stage: something to be done by somebody, beside what the procedure itself asks."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class TaskForm(StepForm):
    """Without a name it is for the case's named contact."""

    what = text(_("What has to be done"))
    who = forms.ChoiceField(label=_("By whom"), required=False)
    due = Day(label=_("By when"), ahead=True, required=False)

    def prepare(self, record: Record) -> None:
        """The area's co-ordinators."""
        people = [("", _("The named contact")), *record.coordinators.items()]
        self.fields["who"].choices = people  # type: ignore[attr-defined]


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the task."""
    codes = {"who": answers["who"], "due": answers["due"].isoformat() if answers["due"] else None}
    words = Told({"what": answers["what"]}, scope="restricted")
    return Outcome((NewFact("task_added", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="add_task",
    title=_("Add a task"),
    stage=0,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"task_added": _("A task was added, to be done by %(due)s")},
    form=TaskForm,
)

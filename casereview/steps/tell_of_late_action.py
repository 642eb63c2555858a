"""Stage 13: an action is late and nobody says why: the applicant is told that much, in writing (MISSION C6, L19)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.late_actions import unspoken
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm


class LateForm(StepForm):
    """One action, taken once for each, so that each letter tells of one."""

    action = forms.ChoiceField()

    def prepare(self, record: Record) -> None:
        """Those of which the applicant is to be told now."""
        late = [(str(each.number), "") for each in unspoken(record)]
        self.fields["action"].choices = late  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while an action is late of which nobody has spoken."""
    return "" if unspoken(record) else gettext("The applicant need not be told of a late action now.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record that they are told, of which date, and queue the letter."""
    assert record is not None
    assert record.applicant is not None
    late = next(each for each in unspoken(record) if str(each.number) == answers["action"])
    codes = {"action": late.number, "body": late.body, "due": late.due.isoformat()}
    fact = NewFact("late_action_told", record.today, codes)
    return Outcome((fact,), **queue([("plan_progress", record.applicant.holder)], at)._asdict())


STEP = Step(
    name="tell_of_late_action",
    title=_("Tell the applicant of a late action"),
    stage=13,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"late_action_told": _("The applicant is told that action %(action)s, %(body)s, is late")},
    form=LateForm,
    letters=("plan_progress",),
)

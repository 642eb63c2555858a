"""Stage 13: the owner of an action is reminded before its date, on it, and then with the escalation contact."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.action_reminders import reminders
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm


class ChaseForm(StepForm):
    """One action, taken once for each, so that each letter tells of one."""

    action = forms.ChoiceField()

    def prepare(self, record: Record) -> None:
        """Those of which somebody is to be reminded now."""
        due = [(str(each.action.number), "") for each in reminders(record)]
        self.fields["action"].choices = due  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while somebody is to be reminded."""
    return "" if reminders(record) else gettext("Nobody is to be reminded of an action now.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the reminder and queue its letter."""
    assert record is not None
    number = int(answers["action"])
    reminder = next(each for each in reminders(record) if each.action.number == number)
    codes = {
        "action": number,
        "body": reminder.action.body,
        "due": reminder.action.due.isoformat(),
        "level": reminder.level,
        "escalated": reminder.escalates,
    }
    fact = NewFact("action_chased", record.today, codes)
    to_send = [("action_due", reminder.action.body)]
    if reminder.escalates:
        to_send.append(("action_escalated", reminder.action.body.replace("body:", "escalation:")))
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="chase_action",
    title=_("Remind the owner of an action"),
    stage=13,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"action_chased": _("%(body)s was reminded of action %(action)s, due %(due)s")},
    form=ChaseForm,
    letters=("action_due", "action_escalated"),
)

"""Stage 10: a body that has not answered is reminded on the days that the scheme's clock names, then escalated (L11).

Taken by a job (jobs/returns.py). A body that has answered is never reminded, however late the job comes.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.return_link import wanted
from casereview.cases.return_reminders import rungs_of
from casereview.cases.returns import unanswered
from casereview.letters.queue import queue
from casereview.people.models import Body
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand


class ChaseForm(StepForm):
    """`level` is the place in the scheme's list of days, from 0; the last is the escalation contact's."""

    body = forms.ChoiceField()
    level = forms.IntegerField(min_value=0)

    def prepare(self, record: Record) -> None:
        """Those that have not answered."""
        choices = [(body.holder, body.name) for body in unanswered(record)]
        self.fields["body"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Each rung once."""
        cleaned = super().clean()
        assert self.record is not None
        level, rungs = cleaned.get("level", 0), len(rungs_of(self.record))
        if level in _taken(self.record, cleaned.get("body", "")) or level >= rungs:
            self.add_error("level", _("It has had this reminder"))
        return cleaned


def _taken(record: Record, holder: str) -> set[int]:
    return {f.codes["level"] for f in record.current("return_chased") if f.codes.get("body") == holder}


def is_open(record: Record) -> str:
    """Open while a body that was asked has not answered, where the scheme names days for reminders."""
    if why := in_hand(record):
        return why
    if not rungs_of(record):
        return gettext("The scheme of this area names no days on which bodies are reminded.")
    return "" if unanswered(record) else gettext("Every body that was asked has answered.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the reminder; queue its letters, and a fresh link to the mailbox."""
    assert record is not None
    body, level = record.bodies[answers["body"]], answers["level"]
    last = level == len(rungs_of(record)) - 1
    codes = {"body": body.holder, "level": level, "reminded": "escalation" if last else "body"}
    letters = queue(_letters(body, last), at)
    working = (*letters.working, wanted(body.holder, at))
    return Outcome(
        (NewFact("return_chased", day_of(answers, at), codes),), letters=letters.letters, working=working
    )


def _letters(body: Body, last: bool) -> list[tuple[str, str]]:
    """To the body's mailbox; on the last rung to its escalation contact too."""
    to_body = [("return_reminder", body.holder)]
    return [*to_body, ("return_escalated", f"escalation:{body.pk}")] if last else to_body


STEP = Step(
    name="chase_return",
    title=_("Remind a body of its return"),
    stage=10,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"return_chased": _("%(body)s has not answered: a reminder went to %(reminded)s")},
    form=ChaseForm,
    letters=("return_reminder", "return_escalated"),
)

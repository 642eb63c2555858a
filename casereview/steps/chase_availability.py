"""Stage 11: a member who has not said which of the proposed dates they can make is reminded, once (MISSION C4).

Taken by a job (jobs/availability.py), on the day that `cases.availability` counts from when answers are asked for.
"""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.availability import to_remind
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.meeting_rules import to_be_reviewed
from casereview.steps.step import Answers, Step, StepForm


class ChaseForm(StepForm):
    """`body`: who is reminded, the holder of a body or of the chair."""

    body = forms.ChoiceField()

    def prepare(self, record: Record) -> None:
        """Those who are to be reminded now."""
        self.fields["body"].choices = [(holder, "") for holder in to_remind(record)]  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while a member has not answered and has not been reminded, from the day on which they are to be."""
    if why := to_be_reviewed(record):
        return why
    return "" if to_remind(record) else gettext("Nobody is to be reminded of dates for a meeting now.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the reminder and queue its letter."""
    assert record is not None
    fact = NewFact("availability_chased", record.today, {"body": answers["body"]})
    return Outcome((fact,), **queue([("dates_reminder", answers["body"])], at)._asdict())


STEP = Step(
    name="chase_availability",
    title=_("Remind a member of the dates for a meeting"),
    stage=11,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"availability_chased": _("%(body)s has not said which dates can be made: a reminder went")},
    form=ChaseForm,
    letters=("dates_reminder",),
)

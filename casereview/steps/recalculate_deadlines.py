"""Any stage: a new bank holiday moved a date that was promised. It is recorded and said (MISSION F1)."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.deadlines import derive
from casereview.cases.models import Deadline
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step, StepForm

Run = tuple[str, str]  # a clock, and for whom it runs


class MovedForm(StepForm):
    """One run of one clock: taken once for each, so that each letter tells of one date."""

    clock = forms.CharField()
    subject = forms.CharField(required=False)

    def clean(self) -> dict[str, object]:
        """It has moved."""
        cleaned = super().clean()
        assert self.record is not None
        if (cleaned.get("clock"), cleaned.get("subject")) not in moved(self.record):
            self.add_error("clock", _("This date has not moved"))
        return cleaned


def moved(record: Record) -> dict[Run, tuple[Deadline, Deadline]]:
    """The open runs whose date is another under the calendar as it is now: as stored, and as it should be."""
    now = {_key(run): run for run in derive(record, record.calendar) if run.is_open and run.due}
    stored = [run for run in record.deadlines if run.is_open and run.due]
    found = {(run.clock, run.subject): (run, now[_key(run)]) for run in stored if _key(run) in now}
    return {run: (old, new) for run, (old, new) in found.items() if old.due != new.due}


def _key(run: Deadline) -> tuple[str, str, object]:
    return run.clock, run.subject, run.started_by_id


def is_open(record: Record) -> str:
    """Open while a date differs from what is stored."""
    return "" if moved(record) else gettext("No date has moved.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record both dates; tell the applicant where it was a promise to them, or their own last day (L15)."""
    assert record is not None
    old, new = moved(record)[answers["clock"], answers["subject"]]
    assert old.due is not None
    assert new.due is not None
    codes = {
        "clock": old.clock,
        "subject": old.subject,
        "old": old.due.isoformat(),
        "new": new.due.isoformat(),
        "why": "holiday",
    }
    fact = NewFact("deadline_moved", timezone.localdate(at), codes)
    clock = record.scheme.clocks[old.clock]
    theirs = clock.owed_by == "applicant" or (clock.owed_by == "lead" and clock.stated)
    to_send = [("date_changed", record.applicant.holder)] if theirs and record.applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="recalculate_deadlines",
    title=_("A date has moved"),
    stage=0,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"deadline_moved": _("A new bank holiday moved a date from %(old)s to %(new)s")},
    form=MovedForm,
    letters=("date_changed",),
)

"""Any stage: a new bank holiday moved a date that was promised. It is recorded and said (MISSION F1)."""

from datetime import date, datetime
from typing import Any

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
    """One run of one clock: taken once for each, so that each letter tells of one date.

    `old`: the date that was stored before the first of them was recorded, since from then on all are stored anew.
    """

    clock = forms.CharField()
    subject = forms.CharField(required=False)
    old = forms.DateField()

    def clean(self) -> dict[str, Any]:
        """It has moved."""
        cleaned = super().clean()
        assert self.record is not None
        now = _running(self.record).get((cleaned.get("clock", ""), cleaned.get("subject", "")))
        if now is None or now.due == cleaned.get("old"):
            self.add_error("clock", _("This date has not moved"))
        return cleaned


def moved(record: Record) -> dict[Run, tuple[date, date]]:
    """The open runs whose date is another under the calendar as it is now: as stored, and as it should be."""
    now = _running(record)
    found: dict[Run, tuple[date, date]] = {}
    for stored in record.deadlines:
        run = now.get((stored.clock, stored.subject))
        same = run is not None and stored.is_open and stored.started_by_id == run.started_by_id
        if same and run and run.due and stored.due and run.due != stored.due:
            found[stored.clock, stored.subject] = (stored.due, run.due)
    return found


def _running(record: Record) -> dict[Run, Deadline]:
    """The open runs with a date, under the calendar as it is now."""
    runs = derive(record, record.calendar)
    return {(run.clock, run.subject): run for run in runs if run.is_open and run.due}


def is_open(record: Record) -> str:
    """Open while a date is to be kept."""
    return "" if _running(record) else gettext("No date is to be kept.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record both dates; tell the applicant where it was a promise to them, or their own last day (L15)."""
    assert record is not None
    run = _running(record)[answers["clock"], answers["subject"]]
    assert run.due is not None
    codes = {
        "clock": run.clock,
        "subject": run.subject,
        "old": answers["old"].isoformat(),
        "new": run.due.isoformat(),
        "why": "holiday",
    }
    fact = NewFact("deadline_moved", timezone.localdate(at), codes)
    clock = record.scheme.clocks[run.clock]
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

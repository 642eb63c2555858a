"""Stage 9: before anything of the case opens to them, the chair says whether anything ties them to it (MISSION C2)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import SEES, access_until, appointment_of, chair_of
from casereview.cases.conflict_found import conflict_found
from casereview.cases.outcome import Grant, NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.declaration import DeclarationForm
from casereview.steps.step import Answers, Step, until_closed


def is_open(record: Record) -> str:
    """Open to whoever is appointed, once."""
    if why := until_closed(record):
        return why
    if appointment_of(record) is None:
        return gettext("No chair is appointed.")
    return gettext("The chair has declared.") if chair_of(record) else ""


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """With no conflict the case opens to them until the day that was set; with one, nothing does."""
    assert record is not None
    appointment = appointment_of(record)
    assert appointment is not None
    if answers["conflict"] == "yes":
        return conflict_found(record, answers["what"], record.today)
    chair = appointment.codes["chair"]
    opened = Grant(chair, SEES, access_until(appointment.codes["until"]))
    return Outcome((NewFact("chair_declared", record.today, {"chair": chair}),), access=(opened,))


STEP = Step(
    name="declare_chair",
    title=_("Declare any conflict before you begin"),
    stage=9,
    who=("chair",),
    is_open=is_open,
    do=do,
    records={
        "chair_declared": _("%(chair)s declared that nothing ties them to the case"),
        "conflict_declared": _("%(chair)s has a conflict, and no longer sees the case"),
        "task_added": _("A task was added, to be done by %(due)s"),
    },
    form=DeclarationForm,
    minds=("chair_ended",),
    sees="appointment",
)

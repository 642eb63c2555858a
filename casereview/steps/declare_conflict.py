"""Stage 9 and later: a conflict that shows itself when the chair has begun. Their access ends at once."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import chair_of
from casereview.cases.conflict_found import conflict_found
from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class ConflictForm(StepForm):
    """Read by the co-ordinators alone."""

    what = text(_("What ties the chair to this case?"))
    on = Day(label=_("When it was declared"), required=False)


def is_open(record: Record) -> str:
    """Open while somebody who declared no conflict is the chair."""
    return until_closed(record) or ("" if chair_of(record) else gettext("Nobody chairs this review yet."))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """End the chair's access, and ask for another chair."""
    assert record is not None
    return conflict_found(record, answers["what"], day_of(answers, at))


STEP = Step(
    name="declare_conflict",
    title=_("Declare a conflict found later"),
    stage=9,
    who=("chair", "coordinate"),
    is_open=is_open,
    do=do,
    records={
        "conflict_declared": _("%(chair)s has a conflict, and no longer sees the case"),
        "task_added": _("A task was added, to be done by %(due)s"),
    },
    form=ConflictForm,
    minds=("chair_ended",),
    confirm=_("The chair sees nothing of this case from then on. Another chair is needed."),
)

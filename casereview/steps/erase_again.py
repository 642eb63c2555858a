"""At any stage: a backup brought back a case that had been erased. What was erased stays erased."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.retention import erased
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step


def is_open(record: Record) -> str:
    """Open while its details are there: the note that says they must not be lies outside the database."""
    return gettext("Its details are erased already.") if erased(record) else ""


def do(record: Record | None, _answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record it, close the case where the backup was made before that, and empty everything."""
    assert record is not None
    closing = (
        () if record.has("case_closed") else (NewFact("case_closed", record.today, {"reason": "erased"}),)
    )
    erasing = NewFact("case_erased", record.today, {"erased_for": "restored"})
    return Outcome((*closing, erasing), erases=True)


STEP = Step(
    name="erase_again",
    title=_("Erase again what a backup brought back"),
    stage=0,
    who=("system",),
    is_open=is_open,
    do=do,
    records={
        "case_erased": _("The details of the case were erased: %(erased_for)s"),
        "case_closed": _("The case was closed: %(reason)s"),
    },
)

"""After the close: the time for which the scheme keeps a case is over, and its details are erased (MISSION F4)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.cases.retention import erased, kept_by, last_day_kept
from casereview.people.viewer import Viewer
from casereview.steps.step import Answers, Step
from casereview.wording.casework import KEPT_BY


def is_open(record: Record) -> str:
    """Open the day after the last day kept, unless a hold or a linked case still needs the application."""
    if erased(record):
        return gettext("Its details are erased already.")
    if keeper := kept_by(record):
        return str(KEPT_BY[keeper])
    last = last_day_kept(record)
    if last is None or record.today <= last:
        return gettext("The time for which the case is kept is not over.")
    return ""


def do(record: Record | None, _answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record it, and have everything emptied that is somebody's."""
    assert record is not None
    return Outcome((NewFact("case_erased", record.today, {"erased_for": "time"}),), erases=True)


STEP = Step(
    name="erase_after_time",
    title=_("Erase the details after their time"),
    stage=0,
    who=("system",),
    is_open=is_open,
    do=do,
    records={"case_erased": _("The details of the case were erased: %(erased_for)s")},
    minds=("legal_hold_placed",),
)

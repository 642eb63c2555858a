"""Stage 11: dates are proposed for the meeting, and its members are asked which of them they can make (MISSION C4)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.meeting_rules import to_be_reviewed
from casereview.steps.propose_form import ProposeForm
from casereview.steps.step import Answers, Step, day_of


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the dates, in place of those proposed before; a letter asks each member."""
    codes = {
        "dates": [each.key for each in answers["dates"]],
        "answer_by": answers["answer_by"].isoformat(),
        "bodies": [holder for holder in answers["members"] if holder.startswith("body:")],
    }
    why = answers.get("late_reason")
    words = (Told({"late_reason": why}, "restricted"),) if why else ()
    letters = queue([("dates_proposed", holder) for holder in answers["members"]], at)
    return Outcome((NewFact("dates_proposed", day_of({}, at), codes, words=words),), **letters._asdict())


STEP = Step(
    name="propose_dates",
    title=_("Propose dates for the meeting"),
    stage=11,
    who=("coordinate",),
    is_open=to_be_reviewed,
    do=do,
    records={"dates_proposed": _("Dates were proposed for the meeting: %(dates)s. Answers by %(answer_by)s")},
    form=ProposeForm,
    minds=("dates_proposed", "meeting_arranged", "meeting_cancelled", "chair_appointed", "chair_ended"),
    letters=("dates_proposed",),
)

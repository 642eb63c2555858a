"""Stage 11: the review meeting was held to its end: its clock stops, and that of the plan starts (MISSION C4, C5).

LESSONS 4: refused unless the applicant was asked and answered, or their silence or a reason is recorded.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.meeting import meeting_of
from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.meeting_rules import once_its_day_has_come
from casereview.steps.sitting_form import SittingForm, held
from casereview.steps.step import Answers, Step


class HoldForm(SittingForm):
    """A sitting that ended the review."""

    def clean(self) -> dict[str, Any]:
        """Nothing is left open."""
        cleaned = super().clean()
        self.check(cleaned)
        return cleaned


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record what was read out, and that the review was held."""
    assert record is not None
    meeting = meeting_of(record)
    assert meeting is not None
    return Outcome(held(record, meeting, answers, concluding=True))


STEP = Step(
    name="hold_review",
    title=_("Record that the review was held"),
    stage=11,
    who=("coordinate",),
    is_open=once_its_day_has_come,
    do=do,
    records={
        "statement_read": _("The statement of %(person)s was read out in the meeting"),
        "review_held": _("The review was held. Present: %(present)s"),
    },
    form=HoldForm,
    minds=(
        "meeting_arranged",
        "meeting_cancelled",
        "meeting_adjourned",
        "review_held",
        "involvement_chosen",
        "statement_received",
        "chair_declared",
        "conflict_declared",
    ),
)

"""Stage 11: the meeting goes on another day (BLUEPRINT, "Adjourned").

Without business done, nothing was held and the review clock runs on. With business done, the review counts as held:
what was agreed is due in writing by the plan clock, and the concluding sitting is arranged next.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.meeting import meeting_of
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import choice, text
from casereview.steps.meeting_rules import once_its_day_has_come
from casereview.steps.sitting_form import SittingForm, held
from casereview.steps.step import Answers, Step
from casereview.wording.meeting import YES_NO


class AdjournForm(SittingForm):
    """business: whether anything was dealt with; the rest of the form is about that sitting."""

    business = choice(_("Was any business done?"), YES_NO)
    reason = text(_("Why it goes on another day"), help_text=_("The applicant is told this"))

    def clean(self) -> dict[str, Any]:
        """A sitting with business done is recorded like any other."""
        cleaned = super().clean()
        if cleaned.get("business") == "yes":
            self.check(cleaned)
        return cleaned


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it after the sitting, where there was one; tell the applicants (L15)."""
    assert record is not None
    meeting = meeting_of(record)
    assert meeting is not None
    business = answers["business"] == "yes"
    sitting = held(record, meeting, answers, concluding=False) if business else ()
    day = answers["on"] or meeting.day
    people = [holder for holder in meeting.invited if holder.startswith("person:")]
    codes = {
        "business": business,
        "for": meeting.day.isoformat(),
        "clock": "meeting",
        "old": meeting.day.isoformat(),
    }
    words = tuple(Told({"for_applicant": answers["reason"]}, own=person) for person in people or [""])
    adjourned = NewFact("meeting_adjourned", day, codes, words=words)
    letters = queue([("date_changed", person) for person in people], at)
    return Outcome((*sitting, adjourned), **letters._asdict())


STEP = Step(
    name="adjourn_review",
    title=_("Adjourn the meeting"),
    stage=11,
    who=("coordinate",),
    is_open=once_its_day_has_come,
    do=do,
    records={
        "statement_read": _("The statement of %(person)s was read out in the meeting"),
        "review_held": _("A sitting of the review was held. Present: %(present)s"),
        "meeting_adjourned": _("The meeting of %(for)s was adjourned"),
    },
    form=AdjournForm,
    minds=("meeting_arranged", "meeting_cancelled", "meeting_adjourned", "review_held", "statement_received"),
    letters=("date_changed",),
)

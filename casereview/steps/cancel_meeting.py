"""Stage 11: the meeting does not take place on its day, and no other is known yet. The review clock runs on."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.meeting import meeting_of, next_sequence
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.meeting_rules import while_arranged
from casereview.steps.step import Answers, Step, StepForm, day_of


class CancelForm(StepForm):
    """Why, in words that the applicant reads."""

    reason = text(_("Why it is cancelled"), help_text=_("The applicant is told this"))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it; the members' calendars and the applicants hear of it."""
    assert record is not None
    meeting = meeting_of(record)
    assert meeting is not None
    day = meeting.day.isoformat()
    codes = {"for": day, "sequence": next_sequence(record), "clock": "meeting", "old": day}
    people = [holder for holder in meeting.invited if holder.startswith("person:")]
    words = [Told({"for_applicant": answers["reason"]}, own=person) for person in people or [""]]
    to_send = [
        ("date_changed" if each in people else "invitation_cancelled", each) for each in meeting.invited
    ]
    fact = NewFact("meeting_cancelled", day_of({}, at), codes, words=tuple(words))
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="cancel_meeting",
    title=_("Cancel the meeting"),
    stage=11,
    who=("coordinate",),
    is_open=while_arranged,
    do=do,
    records={"meeting_cancelled": _("The meeting on %(for)s was cancelled")},
    form=CancelForm,
    minds=("meeting_arranged", "meeting_cancelled", "review_held", "meeting_adjourned"),
    letters=("date_changed", "invitation_cancelled"),
    confirm=_("The meeting no longer takes place on its day. The review clock runs on."),
)

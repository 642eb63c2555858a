"""Stage 15: a sitting of the hearing does not take place on its day; another day is to be found."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import hearing_of, next_sequence
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.hearing_rules import while_arranged
from casereview.steps.step import Answers, Step, StepForm


class OffForm(StepForm):
    """Why, in words that whoever appeals reads."""

    reason = text(_("Why it is put off"), help_text=_("Whoever appeals is told this"))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it; calendars, and the people, hear of it (L15)."""
    assert record is not None
    hearing = hearing_of(record)
    assert hearing is not None
    day = hearing.day.isoformat()
    codes = {"for": day, "sequence": next_sequence(record), "clock": "hearing", "old": day}
    people = [holder for holder in hearing.invited if holder.startswith("person:")]
    told = [Told({"for_applicant": answers["reason"]}, scope="appeal", own=each) for each in people or [""]]
    to_send = [("date_changed" if each in people else "hearing_off", each) for each in hearing.invited]
    fact = NewFact("hearing_cancelled", record.today, codes, words=tuple(told))
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="cancel_hearing",
    title=_("Put the hearing off"),
    stage=15,
    who=("clerk_appeals",),
    is_open=while_arranged,
    do=do,
    records={"hearing_cancelled": _("The hearing on %(for)s was put off")},
    form=OffForm,
    minds=("hearing_arranged", "hearing_cancelled", "hearing_adjourned", "hearing_held"),
    letters=("date_changed", "hearing_off"),
    confirm=_("Everybody who was invited is told that it does not take place on its day."),
    sees="panel",
)

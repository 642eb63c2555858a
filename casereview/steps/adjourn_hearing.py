"""Stage 15: the hearing has begun, and goes on another day (MISSION D4).

Nothing was held yet: the days to the written outcome run from the sitting that ends the hearing. Who was there is kept
of each sitting, and so is what both sides wrote; the next sitting is arranged as the first was.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import hearing_of
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.hearing_rules import once_its_day_has_come
from casereview.steps.hearing_sitting_form import HearingSittingForm, attendance, kept
from casereview.steps.step import Answers, Step


class AdjournHearingForm(HearingSittingForm):
    """A sitting that did not end the hearing. reason: in words that everybody who was invited reads."""

    reason = text(_("Why it goes on another day"), help_text=_("Everybody who was invited is told this"))


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the sitting; tell the panel and both sides why it goes on (L15)."""
    assert record is not None
    hearing = hearing_of(record)
    assert hearing is not None
    codes = {**attendance(record, answers), "for": hearing.day.isoformat()}
    told = [Told({"for_applicant": answers["reason"]}, scope="appeal", own=each) for each in hearing.invited]
    fact = NewFact("hearing_adjourned", answers["on"] or hearing.day, codes, words=(*told, kept(answers)))
    to_send = [(_letter(holder), holder) for holder in hearing.invited]
    return Outcome((fact,), **queue(to_send, at)._asdict())


def _letter(holder: str) -> str:
    return "hearing_adjourned_own" if holder.startswith("person:") else "hearing_adjourned"


STEP = Step(
    name="adjourn_hearing",
    title=_("Adjourn the hearing, to go on another day"),
    stage=15,
    who=("clerk_appeals",),
    is_open=once_its_day_has_come,
    do=do,
    records={"hearing_adjourned": _("The hearing of %(for)s was adjourned. It began before %(present)s")},
    form=AdjournHearingForm,
    minds=(
        "hearing_arranged",
        "hearing_cancelled",
        "hearing_held",
        "appeal_withdrawn",
        "panel_conflict_declared",
    ),
    letters=("hearing_adjourned_own", "hearing_adjourned"),
    sees="panel",
)

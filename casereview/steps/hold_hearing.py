"""Stage 15: the hearing is held to its end. Both sides were invited, or it is said why not (MISSION D4)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import hearing_of
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.hearing_rules import once_its_day_has_come
from casereview.steps.hearing_sitting_form import HearingSittingForm, attendance, kept
from casereview.steps.step import Answers, Step


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record who was there; the fourteen days to the written outcome begin."""
    assert record is not None
    hearing = hearing_of(record)
    assert hearing is not None
    day = answers["on"] or hearing.day
    return Outcome((NewFact("hearing_held", day, attendance(record, answers), words=(kept(answers),)),))


STEP = Step(
    name="hold_hearing",
    title=_("Record that the hearing was held"),
    stage=15,
    who=("clerk_appeals",),
    is_open=once_its_day_has_come,
    do=do,
    records={"hearing_held": _("The hearing was held, before %(present)s")},
    form=HearingSittingForm,
    minds=(
        "hearing_arranged",
        "hearing_cancelled",
        "hearing_adjourned",
        "appeal_withdrawn",
        "panel_conflict_declared",
    ),
    sees="panel",
)

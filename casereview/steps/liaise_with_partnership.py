"""Stage 6: the community safety partnership is spoken with, and the day is kept (MISSION B1)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand


class PartnershipForm(StepForm):
    """Which partnership, since an area may have several; with whom."""

    partnership = one_line(_("Which community safety partnership?"))
    with_whom = one_line(_("Who there, and their post"))
    notes = text(_("What was said"), required=False)
    on = Day(label=_("When"), required=False)


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the day; who and what are restricted."""
    words = {name: answers[name] for name in ("partnership", "with_whom", "notes")}
    fact = NewFact("partnership_liaised", day_of(answers, at), words=(Told(words, scope="restricted"),))
    return Outcome((fact,))


STEP = Step(
    name="liaise_with_partnership",
    title=_("Record liaison with the partnership"),
    stage=6,
    who=("coordinate",),
    is_open=in_hand,
    do=do,
    records={"partnership_liaised": _("We spoke with the community safety partnership")},
    form=PartnershipForm,
)

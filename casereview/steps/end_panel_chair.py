"""Stage 14: the appeal is taken from a chair of the panel who cannot decide on it; then it is referred to another."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import panel_chair, running
from casereview.cases.outcome import End, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.step import Answers, Step, StepForm


class EndForm(StepForm):
    """Why, in words that the panel and its clerk alone read."""

    reasons = text(_("Why do they no longer have it?"))


def is_open(record: Record) -> str:
    """Open while a chair of the panel has an appeal that is running."""
    held = running(record) and panel_chair(record)
    return "" if held else gettext("No chair of the panel has an appeal here.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record it, and close the case to them."""
    assert record is not None
    chair = panel_chair(record)
    words = (Told({"reasons": answers["reasons"]}, scope="panel"),)
    fact = NewFact("panel_chair_ended", record.today, {"member": chair}, words=words)
    return Outcome((fact,), access=(End(chair),))


STEP = Step(
    name="end_panel_chair",
    title=_("Take the appeal from the chair of the panel"),
    stage=14,
    who=("clerk_appeals",),
    is_open=is_open,
    do=do,
    records={"panel_chair_ended": _("%(member)s no longer has the appeal")},
    form=EndForm,
    minds=("panel_conflict_declared", "panel_chair_ended", "appeal_qualified", "appeal_not_qualified"),
    confirm=_("They see nothing of this case from then on."),
    sees="panel",
)

"""Stage 15: a member of the panel stands down without a conflict, or is taken off it. Their access ends."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.hearing import members, to_be_heard
from casereview.cases.outcome import End, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.step import Answers, Step, StepForm


class StandDownForm(StepForm):
    """`member` is a holder; the reasons are read by the panel and its clerk alone."""

    member = forms.ChoiceField(label=_("Who no longer sits on the panel?"), widget=forms.RadioSelect)
    reasons = text(_("Why?"))

    def prepare(self, record: Record) -> None:
        """Whoever sits on it."""
        names = record.panel_pool
        choices = [
            (each.holder, names[each.holder].candidate.name if each.holder in names else each.holder)
            for each in members(record)
        ]
        self.fields["member"].choices = choices  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while somebody is asked to sit on the panel of an appeal that is to be decided."""
    if not to_be_heard(record):
        return gettext("There is no appeal that is to be heard.")
    return "" if members(record) else gettext("Nobody is asked to sit on the panel.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record it, and close the case to them."""
    assert record is not None
    words = (Told({"reasons": answers["reasons"]}, scope="panel"),)
    fact = NewFact("panel_member_ended", record.today, {"member": answers["member"]}, words=words)
    return Outcome((fact,), access=(End(answers["member"]),))


STEP = Step(
    name="end_panel_member",
    title=_("Take somebody off the panel"),
    stage=15,
    who=("clerk_appeals",),
    is_open=is_open,
    do=do,
    records={"panel_member_ended": _("%(member)s no longer sits on the panel")},
    form=StandDownForm,
    minds=("panel_conflict_declared", "panel_member_ended"),
    confirm=_("They see nothing of this case from then on."),
    sees="panel",
)

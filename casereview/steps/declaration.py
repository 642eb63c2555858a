"""What every declaration of conflicts shares: the chair of a review, the chair of the appeals panel, its members."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.cases.chair import access_until
from casereview.cases.guards import Scope
from casereview.cases.hearing import hearing_of
from casereview.cases.outcome import End, Grant, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import Queued, queue
from casereview.steps.fields import choice, text
from casereview.steps.step import StepForm
from casereview.wording.chairs import TIES

PANEL_SEES: tuple[Scope, ...] = ("case", "application", "restricted", "appeal", "panel")
PANEL_RECORDS = {
    "panel_declared": _("%(member)s declared that nothing ties them to the case"),
    "panel_conflict_declared": _("%(member)s has a conflict, and no longer sees the case"),
}


class DeclarationForm(StepForm):
    """`what` is read by whoever asked them alone: the co-ordinators, or the clerk of the panel."""

    conflict = choice(_("Does anything tie you to this case, or might seem to?"), TIES)
    what = text(_("If so, what is it?"), required=False)

    def clean(self) -> dict[str, Any]:
        """A conflict is named, so that it can be understood later."""
        cleaned = super().clean()
        if cleaned.get("conflict") == "yes" and not cleaned.get("what"):
            self.add_error("what", _("Say what it is, without naming anybody affected"))
        return cleaned


def panel_conflict(record: Record, member: str, what: str, letters: Queued | None = None) -> Outcome:
    """Somebody of the panel is tied to the case: nothing of it is open to them from now on. member: a holder."""
    words = (Told({"conflict": what}, scope="panel"),)
    fact = NewFact("panel_conflict_declared", record.today, {"member": member}, words=words)
    queued = letters._asdict() if letters else {}
    return Outcome((fact,), **queued, access=(End(member),))


def panel_declaration(record: Record, member: str, until: str, at: datetime) -> Outcome:
    """Nothing ties them: the appeal is open to them until the end of that London day (ISO). member: a holder.

    Where the hearing is arranged already they are told of its day, unless they were told with the others.
    """
    fact, arranged = NewFact("panel_declared", record.today, {"member": member}), hearing_of(record)
    told = arranged is None or member in arranged.fact.codes["panel"]
    letters = queue([] if told else [("hearing_panel", member)], at)
    access = (Grant(member, PANEL_SEES, access_until(until)),)
    return Outcome((fact,), **letters._asdict(), access=access)

"""Stage 14 and later: an appeal is withdrawn. Whether it is safe, and whether they were pressed, is asked first."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import running
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.appeal_rules import appellants
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.casework import YES_NO_UNKNOWN


class WithdrawForm(StepForm):
    """Whoever is not safe, or was pressed, is not simply let go."""

    safe = choice(_("Are they safe?"), YES_NO_UNKNOWN)
    pressed = choice(_("Did anybody press them to withdraw?"), YES_NO_UNKNOWN)
    notes = text(_("What they said"))
    on = Day(label=_("When"), required=False)

    def clean(self) -> dict[str, Any]:
        """A concern is recorded first, and the appeal goes on."""
        cleaned = super().clean()
        if cleaned.get("safe") == "no" or cleaned.get("pressed") == "yes":
            said = _("They are not safe or were pressed: record a concern, and leave the appeal as it is")
            self.add_error("safe" if cleaned.get("safe") == "no" else "pressed", said)
        return cleaned


def is_open(record: Record) -> str:
    """Open while an appeal is running."""
    return "" if running(record) else gettext("No appeal is running.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and confirm it in writing where they are known to be safe (L26)."""
    assert record is not None
    codes = {name: answers[name] for name in ("safe", "pressed")}
    words = (Told({"notes": answers["notes"]}, scope="appeal"),)
    fact = NewFact("appeal_withdrawn", day_of(answers, at), codes, words=words)
    to = appellants(record) if answers["safe"] == "yes" else []
    return Outcome((fact,), **queue([("appeal_withdrawn", holder) for holder in to], at)._asdict())


STEP = Step(
    name="withdraw_appeal",
    title=_("Withdraw the appeal"),
    stage=14,
    who=("apply", "coordinate", "clerk_appeals"),
    is_open=is_open,
    do=do,
    records={"appeal_withdrawn": _("The appeal was withdrawn")},
    form=WithdrawForm,
    minds=("appeal_qualified", "appeal_not_qualified", "appeal_decided"),
    letters=("appeal_withdrawn",),
    confirm=_("Nothing more is decided on this appeal. Another may be made, late or in time."),
)

"""Stage 15: something that the panel asked for is done; until then its day, and that it is late, stay in sight."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.further_action import owed_further
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.hearing import FURTHER


class FurtherForm(StepForm):
    """`number`: which of those that are not done."""

    number = forms.TypedChoiceField(label=_("What is done?"), widget=forms.RadioSelect, coerce=int)
    done = text(_("What was done, and how it is known"))
    on = Day(label=_("When it was done"), required=False)

    def prepare(self, record: Record) -> None:
        """What is owed."""
        owed = [
            (each.number, f"{FURTHER[each.what]}: {each.text}" if each.text else str(FURTHER[each.what]))
            for each in owed_further(record)
        ]
        self.fields["number"].choices = owed  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while something that the panel asked for is not done."""
    return "" if owed_further(record) else gettext("Nothing that the panel asked for is open.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, readable by its owner and by whoever decides."""
    assert record is not None
    each = next(each for each in owed_further(record) if each.number == answers["number"])
    codes = {"number": each.number, "what_was_asked": each.what, "due": each.due.isoformat()}
    own = each.owner if each.owner.startswith("body:") else ""
    words = Told({"done": answers["done"]}, scope="appeal", own=own)
    return Outcome((NewFact("further_action_done", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="do_further_action",
    title=_("Record that what the panel asked for is done"),
    stage=15,
    who=("coordinate", "clerk_appeals"),
    is_open=is_open,
    do=do,
    records={"further_action_done": _("What the panel asked for was done: %(what_was_asked)s, due %(due)s")},
    form=FurtherForm,
    minds=("further_action_done",),
)

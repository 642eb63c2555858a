"""Stage 9 and later: yes or no to support, and what the service may be told. A new answer replaces the one before.

Whatever changes, what the service was told before is closed to it at once: it may be told again, as the answer then is.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.support import offered
from casereview.letters.support import LETTER, stop_support
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, several, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.support import ANSWERS, COVERS


class AnswerForm(StepForm):
    """`covers` lists what the service may be told: nothing is ticked for anybody."""

    person = forms.ChoiceField(label=_("Whose answer?"), widget=forms.RadioSelect)
    answer = choice(_("Do they want the support service to be told?"), ANSWERS)
    covers = several(_("What may it be told?"), COVERS)
    notes = text(_("How they answered"), required=False)
    on = Day(label=_("When they answered"), required=False)

    def prepare(self, record: Record) -> None:
        """Those to whom it was offered."""
        asked = offered(record)
        self.fields["person"].choices = [(person.holder, str(person)) for person in asked]  # type: ignore[attr-defined]
        if len(asked) == 1:
            self.initial.setdefault("person", asked[0].holder)

    def clean(self) -> dict[str, Any]:
        """A yes says to what."""
        cleaned = super().clean()
        if cleaned.get("answer") == "yes" and not cleaned.get("covers"):
            self.add_error("covers", _("Choose what the service may be told"))
        return cleaned


def is_open(record: Record) -> str:
    """Open once support was offered: an answer may be changed at any time, also when the case is closed."""
    return "" if record.has("support_offered") else gettext("Support has not been offered yet.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the answer; what was told before is closed to the service."""
    assert record is not None
    yes = answers["answer"] == "yes"
    codes = {
        "person": answers["person"],
        "answer": answers["answer"],
        "covers": answers["covers"] if yes else [],
    }
    words = Told({"notes": answers["notes"]}, scope="contact")
    fact = NewFact("support_answered", day_of(answers, at), codes, words=(words,))
    return Outcome((fact,), **stop_support(record, answers["person"], at))


STEP = Step(
    name="answer_support",
    title=_("Record the answer about support"),
    stage=9,
    who=("coordinate", "apply"),
    is_open=is_open,
    do=do,
    records={"support_answered": _("%(person)s answered the offer of support: %(answer)s")},
    form=AnswerForm,
    minds=("support_answered",),
    letters=(LETTER,),
)

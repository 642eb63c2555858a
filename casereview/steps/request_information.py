"""Stage 7: what the application leaves open is asked in writing (L2); no answer ends the case."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.representing import speaks
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand

ASKED = ("applicant", "victim", "representative")


class QuestionsForm(StepForm):
    """`person` is the holder of whoever is asked; they may read the questions on their page."""

    person = forms.ChoiceField(label=_("Who is asked?"), widget=forms.RadioSelect)
    questions = text(_("The questions"))

    def prepare(self, record: Record) -> None:
        """Whoever speaks for the application."""
        people = [
            person for person in record.people if set(ASKED) & set(person.roles) and speaks(record, person)
        ]
        choices = [(person.holder, str(person)) for person in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]
        if record.applicant:
            self.initial.setdefault("person", record.applicant.holder)


def is_open(record: Record) -> str:
    """Open while there is somebody to ask."""
    if record.has("applicant_died"):
        return gettext("The applicant has died.")
    return in_hand(record)


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the questions and queue the letter that asks them."""
    words = Told({"questions": answers["questions"]}, own=answers["person"])
    fact = NewFact("questions_asked", day_of(answers, at), {"person": answers["person"]}, words=(words,))
    return Outcome((fact,), **queue([("questions", answers["person"])], at)._asdict())


STEP = Step(
    name="request_information",
    title=_("Ask for more information"),
    stage=7,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"questions_asked": _("Questions were sent")},
    form=QuestionsForm,
    minds=("information_added", "applicant_died"),
    letters=("questions",),
)

"""Any stage, at once: somebody no longer acts for the person affected, whoever of those concerned wants it so."""

from datetime import datetime

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import End, NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.representing import ROLE, acting_as, in_state
from casereview.cases.tasks import tasks_about
from casereview.letters.queue import queue
from casereview.letters.representative import nothing_more, told
from casereview.letters.safe_contact import FAREWELL
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of

LETTER = "representative_ended"


class EndForm(StepForm):
    """`representative` is a holder."""

    representative = forms.ChoiceField(label=_("Who no longer acts for them?"), widget=forms.RadioSelect)
    reasons = text(_("Why, if they said"), required=False)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """Whoever is named or confirmed."""
        acting = in_state(record, "named", "confirmed")
        named = [(each.holder, record.names.get(each.holder, "")) for each in acting]
        self.fields["representative"].choices = named  # type: ignore[attr-defined]


def is_open(record: Record) -> str:
    """Open while somebody is named, also when the case is closed."""
    acting = in_state(record, "named", "confirmed")
    return "" if acting else gettext("Nobody acts for the person affected.")


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record it, close the case to them, stop what was on its way. A representative ends only their own part.

    Raises PermissionDenied where they name another. Somebody who never was confirmed gets no letter.
    """
    assert record is not None
    holder = answers["representative"]
    if acting_as(record, viewer.holder) and viewer.holder != holder:
        raise PermissionDenied
    acting, on = acting_as(record, holder), day_of(answers, at)
    assert acting is not None
    words = Told({"reasons": answers["reasons"]}, scope="contact")
    done = [NewFact("task_done", on, {"task": str(task.id)}) for task in tasks_about(record, holder)]
    ended = NewFact(LETTER, on, {"person": holder}, words=(words,))
    letters = told(record, LETTER)
    if acting.state == "confirmed":
        letters.append((FAREWELL, holder))
    return Outcome(
        (*nothing_more(record, holder), *done, ended), **queue(letters, at)._asdict(), access=(End(holder),)
    )


STEP = Step(
    name="end_representative",
    title=_("End what a representative may do"),
    stage=0,
    who=("coordinate", "apply"),
    roles=("applicant", "victim", ROLE),
    is_open=is_open,
    do=do,
    records={
        LETTER: _("%(person)s no longer acts for the person affected"),
        "task_done": _("A task was done"),
        "letter_cancelled": _("A letter was cancelled before it was sent"),
    },
    form=EndForm,
    minds=("representative_ended",),
    letters=(LETTER, FAREWELL),
)

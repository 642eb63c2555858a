"""Any stage: somebody asks for what is held of them; it is owed within a month (UK GDPR, Articles 12 and 15)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.own_information import asked
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.people import STAFF


class AskForm(StepForm):
    """Whoever is in the case may ask, the person whom it is about too."""

    person = forms.ChoiceField(label=_("Who asks?"), widget=forms.RadioSelect)
    what = text(
        _("What do they ask for?"),
        required=False,
        help_text=_("Leave it empty for everything that is held of them"),
    )
    on = Day(label=_("When it arrived"), required=False)

    def prepare(self, record: Record) -> None:
        """Everybody in the case, with their part in it."""
        people = [(person.holder, _called(person.name, person.roles)) for person in record.people]
        self.fields["person"].choices = people  # type: ignore[attr-defined]


def _called(name: str, roles: list[str]) -> str:
    parts = ", ".join(str(STAFF.get(role, role)) for role in roles)
    return f"{name or gettext('Somebody')} ({parts})"


def is_open(record: Record) -> str:
    """Open at any time, closed cases too, unless somebody waits for a copy already."""
    return gettext("Somebody has asked already, and waits for the copy.") if asked(record) else ""


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record who asked, from the day on which it arrived."""
    codes = {"person": answers["person"]}
    words = Told({"what": answers["what"]}, own=answers["person"], scope="restricted")
    return Outcome((NewFact("own_information_asked", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="ask_for_own_information",
    title=_("Somebody asks for what is held of them"),
    stage=0,
    who=("coordinate", "apply"),
    is_open=is_open,
    do=do,
    records={"own_information_asked": _("%(person)s asked for what is held of them")},
    form=AskForm,
    minds=("own_information_asked",),
)

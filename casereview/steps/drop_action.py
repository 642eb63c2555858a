"""Stage 12: an action or a recommendation is dropped. Its number is not given again, and the reason stays."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Fact
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.plan import ADDED, open_actions, recommendations
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, one_line
from casereview.steps.plan_form import in_the_review
from casereview.steps.step import Answers, Step, StepForm, day_of


class DropForm(StepForm):
    """`part` is the id of the fact that agreed it. What was done cannot be dropped."""

    part = forms.ChoiceField(label=_("What is dropped?"), widget=forms.RadioSelect)
    reason = one_line(_("Why"), help_text=_("Name nobody here: everybody who may open the case can read it"))
    on = Day(label=_("When that was agreed"), required=False)

    def prepare(self, record: Record) -> None:
        """All that could be dropped."""
        self.fields["part"].choices = _parts(record)  # type: ignore[attr-defined]


def _parts(record: Record) -> list[tuple[str, str]]:
    actions = [
        (
            str(each.agreed.id),
            gettext("Action %(n)s: %(what)s") % {"n": each.number, "what": each.action.what},
        )
        for each in open_actions(record)
        if each.action
    ]
    made = [
        (str(each.fact_id), gettext("Recommendation %(n)s: %(what)s") % {"n": each.number, "what": each.what})
        for each in recommendations(record)
    ]
    return [*actions, *made]


def is_open(record: Record) -> str:
    """Open while there is something that could be dropped."""
    if why := in_the_review(record):
        return why
    return "" if _parts(record) else gettext("There is nothing that could be dropped.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """The same fact, taken back. A plan that was sent already must then be sent as it stands now."""
    assert record is not None
    dropped: Fact = next(fact for fact in record.current(*ADDED) if str(fact.id) == answers["part"])
    codes = {**dropped.codes, "taken_back": True}
    fact = NewFact(dropped.kind, day_of(answers, at), codes, corrects=dropped, reason=answers["reason"])
    return Outcome((fact,))


STEP = Step(
    name="drop_action",
    title=_("Drop an action or a recommendation"),
    stage=12,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={
        "action_agreed": _("Action %(number)s was dropped"),
        "recommendation_made": _("Recommendation %(number)s was dropped"),
    },
    form=DropForm,
    minds=("action_agreed", "action_updated", "action_done", "recommendation_made"),
)

"""Any stage: something was recorded wrongly. A later fact corrects it, with a reason; nothing is ever changed."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Fact
from casereview.cases.outcome import NewFact, Outcome, told_again
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, one_line
from casereview.steps.step import Answers, Step, StepForm, always
from casereview.wording.dates import short_date

DATED = "dated"
TAKEN_BACK = "taken_back"
WHAT = {DATED: _("It happened on another day"), TAKEN_BACK: _("It did not happen, or no longer holds")}

# Facts that mean no more than they say. A decision, a dispatch or a letter is not undone by a correction.
KINDS = {
    "application_received": _("Corrected: the day on which the application arrived by %(channel)s"),
    "risk_triaged": _("Corrected: reading for danger"),
    "risk_assessed": _("Corrected: an assessment of risk and harm"),
    "referral_made": _("Corrected: a referral to %(referred_to)s"),
    "protection_agreed": _("Corrected: protection in the meantime"),
    "partnership_liaised": _("Corrected: liaison with the community safety partnership"),
    "contact_made": _("Corrected: a contact by %(route)s"),
    "contact_attempted": _("Corrected: a try by %(route)s"),
    "task_added": _("Corrected: a task"),
    "task_done": _("Corrected: a task that was done"),
    "joined_with": _("Corrected: the joining with case %(other)s"),
    "report_discounted": _("Corrected: the finding that a report does not count"),
    "reports_answered": _("Corrected: what %(body)s answered about its reports"),
    "body_view_recorded": _("Corrected: the view of %(body)s"),
    "action_updated": _("Corrected: what %(body)s said of action %(action)s"),
    "action_done": _("Corrected: that action %(action)s is done"),
    "entries_merged": _("Corrected: lines of the chronology were joined as the same"),
}
NEVER_TAKEN_BACK = (
    "application_received",
)  # a request is an application, and counts from its day (LESSONS 1)


class CorrectionForm(StepForm):
    """`fact` is the id of the fact; `on` the right day where the day was wrong."""

    fact = forms.ChoiceField(label=_("What was recorded wrongly?"), widget=forms.RadioSelect)
    what = forms.ChoiceField(label=_("What is wrong?"), choices=list(WHAT.items()), widget=forms.RadioSelect)
    on = Day(label=_("The right day"), required=False)
    reason = one_line(_("Why it is corrected"), help_text=_("Name nobody here"))

    def prepare(self, record: Record) -> None:
        """What may be corrected, the latest first."""
        facts = reversed(record.current(*KINDS))
        choices = [
            (str(fact.id), f"{fact.number}. {fact.kind}, {short_date(fact.happened_on)}") for fact in facts
        ]
        self.fields["fact"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A day where the day is wrong; an application is never taken back."""
        cleaned = super().clean()
        assert self.record is not None
        if cleaned.get("what") == DATED and not cleaned.get("on"):
            self.add_error("on", _("Enter the right day"))
        kind = _fact(self.record, cleaned["fact"]).kind if cleaned.get("fact") else ""
        if cleaned.get("what") == TAKEN_BACK and kind in NEVER_TAKEN_BACK:
            self.add_error("what", _("An application stays one: it can be withdrawn, or joined with another"))
        return cleaned


def _fact(record: Record, id_: str) -> Fact:
    return next(fact for fact in record.facts if str(fact.id) == id_)


def is_open(record: Record) -> str:
    """Open while there is something that a correction could mend."""
    return always(record) if record.current(*KINDS) else gettext("There is nothing to correct.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """The same fact again, rightly dated or taken back; its words go with it."""
    assert record is not None
    wrong = _fact(record, answers["fact"])
    back = answers["what"] == TAKEN_BACK
    corrected = NewFact(
        wrong.kind,
        wrong.happened_on if back else answers["on"],
        {**wrong.codes, TAKEN_BACK: True} if back else wrong.codes,
        words=told_again(record.words.get(wrong.id, [])),
        corrects=wrong,
        reason=answers["reason"],
    )
    return Outcome((corrected,))


STEP = Step(
    name="correct_fact",
    title=_("Correct what was recorded"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records=KINDS,
    form=CorrectionForm,
    minds=tuple(KINDS),
)

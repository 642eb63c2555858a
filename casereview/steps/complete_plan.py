"""Stage 13: the plan is completed, and the applicant is told so in writing with the last day to appeal.

Never while an action is open, nor before the applicant was asked whether it has stopped (LESSONS 7). The days to appeal
begin when the letter counts as served, so the letter itself says the last of them.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Fact
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.plan import has_changed, open_actions
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.plan_form import under_way
from casereview.steps.step import Answers, Step, StepForm, day_of


def answered(record: Record) -> Fact | None:
    """What the applicant last answered since they were last asked."""
    asked, said = record.latest("applicant_asked"), record.latest("applicant_answered")
    return said if asked and said and said.number > asked.number else None


class CompleteForm(StepForm):
    """`although`: why, where it has not stopped or nobody knows."""

    for_applicant = text(_("What was done, for the applicant to read"))
    although = text(_("Why the plan is completed all the same"), required=False)
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """Ask for a reason only where one is needed."""
        said = answered(record)
        if said and said.codes.get("stopped") == "yes":
            del self.fields["although"]
        elif said:
            self.fields["although"].help_text = _("The applicant said that it has not stopped.")
        else:
            self.fields["although"].help_text = _("The applicant was asked and has not answered.")

    def clean(self) -> dict[str, Any]:
        """That something goes on, or that nobody knows, is no reason to wait for ever; but it needs one."""
        cleaned = super().clean()
        if "although" in self.fields and not cleaned.get("although"):
            self.add_error("although", _("Say why the plan is completed all the same"))
        return cleaned


def is_open(record: Record) -> str:
    """Open once every action is done or dropped and the applicant was asked."""
    if why := under_way(record):
        return why
    if has_changed(record):
        return gettext("The plan has changed since it was sent: send it as it stands now.")
    if left := len(open_actions(record)):
        return ngettext("%(n)s action is still open.", "%(n)s actions are still open.", left) % {"n": left}
    if record.has("applicant_asked", "applicant_died"):
        return ""
    return gettext("The applicant has not been asked whether it has stopped.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and queue the written notice with which the days to appeal begin (L20)."""
    assert record is not None
    applicant = record.applicant.holder if record.applicant else ""
    words = (
        Told({"for_applicant": answers["for_applicant"]}, own=applicant),
        Told({"although": answers.get("although", "")}, scope="restricted"),
    )
    fact = NewFact("plan_completed", day_of(answers, at), words=words)
    to_send = [("plan_completed", applicant)] if applicant else []
    return Outcome((fact,), **queue(to_send, at)._asdict())


STEP = Step(
    name="complete_plan",
    title=_("Complete the plan"),
    stage=13,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"plan_completed": _("The plan was completed")},
    form=CompleteForm,
    minds=("action_agreed", "action_updated", "applicant_answered", "concern_recorded", "information_added"),
    letters=("plan_completed",),
    confirm=_(
        "The applicant is told in writing, and until when they can appeal as far as the public page says so."
    ),
)

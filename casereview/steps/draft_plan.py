"""Stage 12: a draft of the plan goes to the applicant, who may comment; silence never delays it (MISSION C6)."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.plan import for_the_applicant
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, text
from casereview.steps.plan_form import minutes_are_signed
from casereview.steps.step import Answers, Step, StepForm, day_of


class DraftForm(StepForm):
    """The actions and recommendations go as they stand."""

    outcome = text(_("What the review found, for the applicant to read"))
    on = Day(label=_("When it was drafted"), required=False)


def is_open(record: Record) -> str:
    """Open once the minutes are signed, until the plan is sent; a changed draft is simply sent again."""
    if why := minutes_are_signed(record):
        return why
    if record.has("plan_settled"):
        return gettext("The plan has been sent.")
    return "" if record.applicant else gettext("There is nobody to send it to.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Keep the draft as the applicant reads it, and queue the letter that asks for comments (L16)."""
    assert record is not None
    assert record.applicant is not None
    theirs = record.applicant.holder
    words = Told({"outcome": answers["outcome"], **for_the_applicant(record)}, own=theirs)
    fact = NewFact("plan_drafted", day_of(answers, at), words=(words,))
    return Outcome((fact,), **queue([("plan_draft", theirs)], at)._asdict())


STEP = Step(
    name="draft_plan",
    title=_("Send a draft of the plan"),
    stage=12,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"plan_drafted": _("A draft of the plan went to the applicant")},
    form=DraftForm,
    minds=("action_agreed", "recommendation_made", "plan_drafted", "minutes_written", "applicant_died"),
    letters=("plan_draft",),
)

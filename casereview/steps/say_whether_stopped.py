"""Stage 13: the applicant says whether it has stopped, on their own page or to a co-ordinator who asked in writing."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.plan_form import under_way
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.plan import STOPPED


class StoppedForm(StepForm):
    """Their own answer; nobody overrules it."""

    stopped = choice(
        _("Has it stopped?"), STOPPED, error_messages={"required": _("Say whether it has stopped")}
    )
    notes = text(_("What they said"), required=False)
    on = Day(label=_("When they answered"), required=False)


def is_open(record: Record) -> str:
    """Open once they were asked, until the plan is completed."""
    return under_way(record) or (
        "" if record.has("applicant_asked") else gettext("The applicant has not been asked.")
    )


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record the answer, which who gave it may read again."""
    assert record is not None
    themselves = viewer.holder.startswith("person:")
    person = viewer.holder if themselves or record.applicant is None else record.applicant.holder
    codes = {"person": person, "stopped": answers["stopped"]}
    words = Told({"notes": answers["notes"]}, own=person)
    return Outcome((NewFact("applicant_answered", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="say_whether_stopped",
    title=_("Record the applicant’s answer: has it stopped?"),
    stage=13,
    who=("coordinate", "apply"),
    is_open=is_open,
    do=do,
    records={"applicant_answered": _("Has it stopped? The applicant: %(stopped)s")},
    form=StoppedForm,
)

"""Stage 12: the applicant says what they think of the draft, on their own page or through a co-ordinator."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of, in_hand
from casereview.wording.casework import CHANNELS


class CommentsForm(StepForm):
    """`channel`: how they told us; on their own page it is "web"."""

    comments = text(_("What they think of the draft"))
    channel = choice(_("How were we told?"), CHANNELS, required=False)
    on = Day(label=_("When they told us"), required=False)

    def clean(self) -> dict[str, Any]:
        """Nobody comments on a draft before there is one."""
        cleaned = super().clean()
        drafted = self.record.latest("plan_drafted") if self.record else None
        if drafted and cleaned.get("on") and cleaned["on"] < drafted.happened_on:
            self.add_error("on", _("The draft was not there yet on that day"))
        return cleaned


def is_open(record: Record) -> str:
    """Open from the draft until the plan is sent, whether or not the day for comments is past."""
    if why := in_hand(record):
        return why
    if record.has("plan_settled"):
        return gettext("The plan has been sent.")
    return "" if record.has("plan_drafted") else gettext("There is no draft yet.")


def do(record: Record | None, answers: Answers, viewer: Viewer, at: datetime) -> Outcome:
    """Record the comments, which who made them may read again."""
    assert record is not None
    themselves = viewer.holder.startswith("person:")
    person = viewer.holder if themselves or record.applicant is None else record.applicant.holder
    codes = {"person": person, "channel": answers["channel"] or "web"}
    words = Told({"comments": answers["comments"]}, own=person)
    return Outcome((NewFact("plan_commented", day_of(answers, at), codes, words=(words,)),))


STEP = Step(
    name="comment_on_plan",
    title=_("Comment on the draft"),
    stage=12,
    who=("coordinate", "apply"),
    is_open=is_open,
    do=do,
    records={"plan_commented": _("The applicant commented on the draft by %(channel)s")},
    form=CommentsForm,
)

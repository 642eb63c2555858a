"""Stage 16: a case that ended needs work again: it goes on in a case of its own, and this one stays as it is.

Whoever asks for a review again has made an application, whatever it is called (LESSONS 1): the case that follows then
begins with one, dated the day they asked, and it counts. Any other reopening is the application of before, which
counts once (MISSION E1): the office mends what went wrong with it, or takes it up because it goes on.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.appeal import running
from casereview.cases.further_action import opening
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.casework import ASKED_AGAIN, CHANNELS, WHY_AGAIN


class ReopenForm(StepForm):
    """`channel` and `told` where somebody asked again; `for_applicant` where nobody did."""

    why_again = choice(_("Why does it go on?"), WHY_AGAIN)
    reasons = text(_("Reasons, for the office"))
    for_applicant = text(
        _("The reason, for the applicant to read"),
        required=False,
        help_text=_(
            "Not needed if they asked for a review again: they then get the letter that we have their request"
        ),
    )
    channel = forms.ChoiceField(
        label=_("If they asked again: how?"),
        choices=[("", _("Nobody asked")), *CHANNELS.items()],
        required=False,
    )
    told = text(_("If they asked again: what they told us this time"), required=False)
    on = Day(label=_("When they asked, or it was decided"), required=False)

    def clean(self) -> dict[str, Any]:
        """What each needs; and no day before this case ended."""
        cleaned = super().clean()
        if cleaned.get("why_again") == ASKED_AGAIN:
            if not cleaned.get("channel"):
                self.add_error("channel", _("Say how they asked"))
            if not cleaned.get("told"):
                self.add_error("told", _("Write what they told us"))
        elif cleaned.get("why_again") and not cleaned.get("for_applicant"):
            self.add_error("for_applicant", _("Write the reason, in words for the applicant"))
        ended = self.record.latest(*ENDS) if self.record else None
        if ended and cleaned.get("on") and cleaned["on"] < ended.happened_on:
            self.add_error("on", _("Enter the day on which the case ended, or a later one"))
        return cleaned


ENDS = ("case_closed", "application_withdrawn", "transferred_out")


def is_open(record: Record) -> str:
    """Open once the case has ended, where it does not go on in another already."""
    if record.has("case_reopened") or opening(record):
        return gettext("It goes on in a case of its own.")
    if not record.has(*ENDS):
        return gettext("The case has not ended.")
    passed = record.latest("transferred_out")
    if passed and passed.codes.get("area"):
        return gettext("It goes on in the other area, which can pass it back.")
    return gettext("There is an appeal.") if running(record) else ""


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record why, and what the case that follows begins with; a job then opens that case."""
    again = answers["why_again"] == ASKED_AGAIN
    codes = {"why_again": answers["why_again"], **({"channel": answers["channel"]} if again else {})}
    told = {"told": answers["told"]} if again else {"for_applicant": answers["for_applicant"]}
    words = (Told(told), Told({"reasons": answers["reasons"]}, scope="restricted"))
    return Outcome((NewFact("case_reopened", day_of(answers, at), codes, words=words),))


STEP = Step(
    name="reopen",
    title=_("Reopen the case"),
    stage=16,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"case_reopened": _("The case was reopened, and goes on in a case of its own: %(why_again)s")},
    form=ReopenForm,
    minds=("appeal_received",),
    confirm=_(
        "A new case opens with its own reference and its own clocks, and the applicant is told in writing. "
        "This case stays as it is."
    ),
)

"""Stage 13: what the addressee of a recommendation answers. It must have regard to it; it need not follow it (C5)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.plan import addressee_of, recommendations
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, one_line, text
from casereview.steps.plan_form import under_way
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.plan import RECOMMENDATION_ANSWERS


class AnswerForm(StepForm):
    """`recommendation` is its number, `body` the holder of its addressee, which a body's page gives."""

    body = forms.CharField(widget=forms.HiddenInput, required=False)
    recommendation = forms.ChoiceField(label=_("Which recommendation?"), widget=forms.RadioSelect)
    answer = choice(_("What is answered?"), RECOMMENDATION_ANSWERS)
    reasons = text(_("What will be done, or why it is not followed"))
    told = text(
        _("What the applicant reads of the answer"),
        help_text=_("In plain words, on their page. Left empty, they read only that there is an answer"),
        required=False,
    )
    given_by = one_line(_("Who answers, and their post"))
    on = Day(label=_("When it was answered"), required=False)

    def prepare(self, record: Record) -> None:
        """The recommendations to this body, or for a co-ordinator all. A later answer takes the place of an earlier."""
        body = self.data.get("body") or self.initial.get("body")
        found = [each for each in recommendations(record) if body in (None, "", each.own)]
        self.fields["recommendation"].choices = [  # type: ignore[attr-defined]
            (str(each.number), f"{each.number}. {each.what} ({addressee_of(record, each)})") for each in found
        ]


def is_open(record: Record) -> str:
    """Open, once the plan was sent, to who may read a recommendation; also after the plan is completed."""
    why = "" if record.has("plan_completed") and not record.has("case_closed") else under_way(record)
    if why:
        return why
    return "" if recommendations(record) else gettext("There is no recommendation.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record the answer."""
    assert record is not None
    number = int(answers["recommendation"])
    made = next(each for each in recommendations(record) if each.number == number)
    codes: dict[str, Any] = {"recommendation": number, "body": made.own, "reply": answers["answer"]}
    kept = {name: answers[name] for name in ("reasons", "given_by")}
    applicant = record.applicant.holder if record.applicant else ""
    words = (
        Told(kept, scope="restricted", own=made.own),
        Told({"for_applicant": answers["told"]}, own=applicant),
    )
    return Outcome((NewFact("recommendation_answered", day_of(answers, at), codes, words=words),))


STEP = Step(
    name="answer_recommendation",
    title=_("Answer a recommendation"),
    stage=13,
    who=("answer_for_body", "coordinate"),
    is_open=is_open,
    do=do,
    records={"recommendation_answered": _("Recommendation %(recommendation)s was answered: %(reply)s")},
    form=AnswerForm,
    minds=("recommendation_made", "recommendation_answered"),
)

"""Stage 12: a recommendation, apart from the actions. Its addressee must have regard to it (2014 Act, s.104)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Recommendation
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.plan import next_number, recommendations
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, one_line, text
from casereview.steps.plan_form import Part, PartForm, changed, in_the_review, who_may_own
from casereview.steps.step import Answers, Step, day_of


class RecommendationForm(PartForm):
    """To a body of the area, or to anybody else with public functions, who is named."""

    body = forms.ChoiceField(label=_("To which body?"), required=False)
    addressee = one_line(
        _("To whom else?"),
        help_text=_("Anybody with public functions: name and post. Nobody can write to them from here"),
        required=False,
    )
    what = text(_("What is recommended"))
    answer_by = Day(label=_("By when they are asked to answer"), ahead=True)
    told = text(_("What the applicant reads about it"))

    field_order = ["number", "body", "addressee", "what", "answer_by", "told"]

    def prepare(self, record: Record) -> None:
        """The area's bodies, or somebody else."""
        self.offer(_standing(record))
        bodies = [(body.holder, body.name) for body in who_may_own(record)]
        choices = [("", _("Somebody else")), *bodies]
        self.fields["body"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One addressee, and a day on which an answer is still possible."""
        cleaned = super().clean()
        assert self.record is not None
        if bool(cleaned.get("body")) == bool(cleaned.get("addressee")):
            self.add_error("addressee", _("Choose a body or name somebody else, one of the two"))
        if cleaned.get("answer_by") and cleaned["answer_by"] < (cleaned.get("on") or self.record.today):
            self.add_error("answer_by", _("Enter a day by which they can still answer"))
        return cleaned


def _standing(record: Record) -> list[Part]:
    """All that stand."""
    facts = {fact.id: fact for fact in record.current("recommendation_made")}
    return [
        (facts[each.fact_id], _answers(each), f"{each.number}. {each.what}")
        for each in recommendations(record)
    ]


def _answers(made: Recommendation) -> dict[str, Any]:
    kept = {name: getattr(made, name) for name in ("addressee", "what", "answer_by", "told")}
    return {**kept, "body": made.own}


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it under its number; its letter goes with the plan."""
    assert record is not None
    before = changed(record, "recommendation_made", answers["number"])
    number = int(before.codes["number"]) if before else next_number(record, "recommendation_made")
    kept = {name: answers[name] for name in ("addressee", "what", "answer_by", "told")}
    row = Recommendation(own=answers["body"], number=number, **kept)
    codes = {"number": number, "body": answers["body"], "answer_by": answers["answer_by"].isoformat()}
    reason = answers["reason"] if before else ""
    fact = NewFact(
        "recommendation_made", day_of(answers, at), codes, rows=(row,), corrects=before, reason=reason
    )
    return Outcome((fact,))


STEP = Step(
    name="make_recommendation",
    title=_("Make a recommendation"),
    stage=12,
    who=("coordinate",),
    is_open=in_the_review,
    do=do,
    records={"recommendation_made": _("Recommendation %(number)s was made")},
    form=RecommendationForm,
    minds=("recommendation_made", "plan_completed"),
)

"""Stage 11 on: an action of the plan. None without an owner and a date (MISSION C6; LESSONS 7)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Action
from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.plan import next_number, open_actions
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, one_line, text
from casereview.steps.plan_form import Part, PartForm, changed, in_the_review, who_may_own
from casereview.steps.step import Answers, Step, day_of

KEPT = ("problem", "what", "officer", "officer_email", "escalation", "measure", "told")


class ActionForm(PartForm):
    """The number is given by the system. `told` is all of it that the applicant reads, with owner and date."""

    problem = text(_("The problem that it answers"), required=False)
    what = text(_("What will be done"))
    body = forms.ChoiceField(label=_("Which body owns it?"))
    officer = one_line(_("Named officer: name and post"))
    officer_email = forms.EmailField(label=_("The officer’s e-mail address"), required=False)
    escalation = one_line(
        _("Whom to turn to if it is late"),
        help_text=_("Left empty, it is the body’s own escalation contact"),
        required=False,
    )
    due = Day(label=_("By when"), ahead=True)
    measure = text(_("How it will be known that it worked"))
    told = text(
        _("What the applicant reads about it"),
        help_text=_("In plain words. They also read which body does it, and by when"),
    )

    field_order = ["number", "problem", "what", "body", "officer", "officer_email", "escalation", "due"]

    def prepare(self, record: Record) -> None:
        """The bodies that may own one."""
        self.offer(_standing(record))
        bodies = [(body.holder, body.name) for body in who_may_own(record)]
        self.fields["body"].choices = [("", _("Choose a body")), *bodies]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nothing can be due before it is agreed."""
        cleaned = super().clean()
        assert self.record is not None
        due, on = cleaned.get("due"), cleaned.get("on") or self.record.today
        if due and due < on:
            self.add_error("due", _("Enter a day on which it can still be done"))
        return cleaned


def _standing(record: Record) -> list[Part]:
    """The actions that are not done."""
    return [
        (each.agreed, _answers(each.action) | {"due": each.due}, f"{each.number}. {each.action.what}")
        for each in open_actions(record)
        if each.action
    ]


def _answers(action: Action) -> dict[str, Any]:
    return {**{name: getattr(action, name) for name in KEPT}, "body": action.own}


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it under its number. What somebody named reads of it, they read once the plan is sent."""
    assert record is not None
    before = changed(record, "action_agreed", answers["number"])
    number = int(before.codes["number"]) if before else next_number(record, "action_agreed")
    body = answers["body"]
    row = Action(
        own=body, number=number, due=answers["due"], **{name: answers[name] for name in KEPT if answers[name]}
    )
    row.escalation = row.escalation or record.bodies[body].escalation_name
    codes = {"number": number, "body": body, "due": answers["due"].isoformat()}
    reason = answers["reason"] if before else ""
    fact = NewFact("action_agreed", day_of(answers, at), codes, rows=(row,), corrects=before, reason=reason)
    return Outcome((fact,))


STEP = Step(
    name="agree_action",
    title=_("Agree an action"),
    stage=12,
    who=("coordinate",),
    is_open=in_the_review,
    do=do,
    records={"action_agreed": _("Action %(number)s was agreed: %(body)s, by %(due)s")},
    form=ActionForm,
    minds=("action_agreed", "action_done", "plan_completed"),
)

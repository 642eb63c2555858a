"""Stage 13: who owns an action says how it stands: under way, late, blocked or done (MISSION C6).

The applicant reads what is written for them; evidence and notes stay between the body and the office.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.plan import Progress, open_actions
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day, choice, text
from casereview.steps.plan_form import under_way
from casereview.steps.step import Answers, Step, StepForm, day_of
from casereview.wording.plan import ACTION_UPDATES

TOLD_AT_ONCE = ("done", "late", "blocked")  # what the applicant gets a letter about


class UpdateForm(StepForm):
    """`action` is its number, `body` the holder of who owns it, which a body's page gives."""

    body = forms.CharField(widget=forms.HiddenInput, required=False)
    action = forms.ChoiceField(label=_("Which action?"), widget=forms.RadioSelect)
    status = choice(_("How does it stand?"), ACTION_UPDATES)
    new_due = Day(label=_("The new date, if it is late"), ahead=True, required=False)
    told = text(
        _("What the applicant reads: what was done, or why it is late or blocked"),
        help_text=_("They read these words as they stand. Name nobody else who reported"),
        required=False,
    )
    evidence = text(
        _("Evidence and notes"),
        help_text=_(
            "What shows that it was done, such as a record number. You can send files afterwards. "
            "The applicant does not read this"
        ),
        required=False,
    )
    on = Day(label=_("When"), required=False)

    def prepare(self, record: Record) -> None:
        """The actions that are open: a body's own, or for a co-ordinator all."""
        body = self.data.get("body") or self.initial.get("body")
        found = [each for each in open_actions(record) if body in (None, "", each.body)]
        self.fields["action"].choices = [  # type: ignore[attr-defined]
            (str(each.number), f"{each.number}. {each.action.what}") for each in found if each.action
        ]

    def clean(self) -> dict[str, Any]:
        """What is done has evidence, what is late a new date, and the applicant is told why."""
        cleaned = super().clean()
        assert self.record is not None
        status = cleaned.get("status")
        if status in TOLD_AT_ONCE and not cleaned.get("told"):
            self.add_error("told", _("Write what the applicant should read"))
        if status == "done" and not cleaned.get("evidence"):
            self.add_error("evidence", _("Write what shows that it was done"))
        if status == "late" and not cleaned.get("new_due"):
            self.add_error("new_due", _("Enter the new date"))
        if status == "done" and cleaned.get("new_due"):
            self.add_error("new_due", _("What is done needs no new date"))
        if cleaned.get("new_due") and cleaned["new_due"] < self.record.today:
            self.add_error("new_due", _("Enter a date that is still to come"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while the viewer may read an action that is not done."""
    if why := under_way(record):
        return why
    found = [each for each in open_actions(record) if each.action]
    return "" if found else gettext("No action is left to be done.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it, and tell the applicant of what is done, late or blocked (L19)."""
    assert record is not None
    action = _action(record, int(answers["action"]))
    status = answers["status"]
    codes: dict[str, Any] = {"action": action.number, "body": action.body}
    if status != "done":
        codes["status"] = status
        codes["new_due"] = answers["new_due"].isoformat() if answers["new_due"] else None
    applicant = record.applicant.holder if record.applicant else ""
    words = (
        Told({"for_applicant": answers["told"]}, own=applicant),
        Told({"evidence": answers["evidence"]}, scope="restricted", own=action.body),
    )
    kind = "action_done" if status == "done" else "action_updated"
    fact = NewFact(kind, day_of(answers, at), codes, words=words)
    to_send = [("plan_progress", applicant)] if applicant and status in TOLD_AT_ONCE else []
    return Outcome((fact,), **queue(to_send, at)._asdict())


def _action(record: Record, number: int) -> Progress:
    return next(each for each in open_actions(record) if each.number == number)


STEP = Step(
    name="update_action",
    title=_("Say how an action stands"),
    stage=13,
    who=("answer_for_body", "coordinate"),
    is_open=is_open,
    do=do,
    records={
        "action_updated": _("Action %(action)s, %(body)s: %(status)s"),
        "action_done": _("Action %(action)s, %(body)s: done"),
    },
    form=UpdateForm,
    minds=("action_agreed", "action_done", "plan_completed"),
    letters=("plan_progress",),
)

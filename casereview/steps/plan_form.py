"""What the steps of the plan share: when it is open, who may own a part of it, and how a part is changed."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.cases.sharing import kept_from, told
from casereview.people.models import Body
from casereview.steps.fields import Day, one_line
from casereview.steps.step import StepForm, in_hand


def in_the_review(record: Record) -> str:
    """Open from the meeting on, until the plan is completed."""
    if record.has("plan_completed"):
        return gettext("The plan is completed.")
    if record.has("meeting_arranged", "review_held"):
        return in_hand(record)
    return in_hand(record) or gettext("The review has not been arranged.")


def minutes_are_signed(record: Record) -> str:
    """Open once the review was held and its minutes are signed: before that, nothing of it leaves (LESSONS 8)."""
    if why := in_the_review(record):
        return why
    if not record.has("review_held"):
        return gettext("The review has not been held.")
    signed, written = record.latest("minutes_signed"), record.latest("minutes_written")
    if signed is None or (written is not None and written.number > signed.number):
        return gettext("The chair has not signed the minutes as they are now.")
    return ""


def under_way(record: Record) -> str:
    """Open while the plan that the applicant was sent is being carried out."""
    if record.has("plan_completed"):
        return gettext("The plan is completed.")
    if not record.has("plan_settled"):
        return gettext("The plan has not been sent.")
    return in_hand(record)


def who_may_own(record: Record) -> list[Body]:
    """The area's bodies, but for one that the applicant asked us to keep it from and that was not told."""
    kept = kept_from(record) - {body.holder for body in told(record)}
    return [body for body in record.bodies.values() if body.active and body.holder not in kept]


# What could be changed: its fact, its answers as the form asks them, and its words in a list.
Part = tuple[Fact, dict[str, Any], str]


class PartForm(StepForm):
    """A part of the plan: a new one, or a change of one that stands, which is a correction and needs its reason.

    `number` is "" for a new part.
    """

    number = forms.ChoiceField(label=_("New, or a change of which?"), required=False)
    reason = one_line(
        _("If it is a change: why"),
        help_text=_("Name nobody here: everybody who may open the case can read it"),
        required=False,
    )
    on = Day(label=_("When it was agreed"), required=False)

    def offer(self, parts: list[Part]) -> None:
        """Offer what could be changed; what is changed begins with how it stands."""
        choices = [(str(fact.codes["number"]), words) for fact, _answers, words in parts]
        self.fields["number"].choices = [("", _("New")), *choices]  # type: ignore[attr-defined]
        for fact, answers, _words in parts:
            if str(fact.codes["number"]) == str(self.initial.get("number", "")):
                self.initial = {**answers, **self.initial}

    def clean(self) -> dict[str, Any]:
        """A change says why."""
        cleaned = super().clean()
        if cleaned.get("number") and not cleaned.get("reason"):
            self.add_error("reason", _("Say why it is changed"))
        return cleaned


def changed(record: Record, kind: str, number: str) -> Fact | None:
    """The fact that a change corrects; None for a new part."""
    return next((fact for fact in record.current(kind) if str(fact.codes["number"]) == number), None)

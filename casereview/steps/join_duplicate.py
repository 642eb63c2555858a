"""Any stage: two applications are about the same. Both still count, and each gets its own decision (MISSION E1)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.cases.references import tidy
from casereview.people.viewer import Viewer
from casereview.steps.fields import one_line, text
from casereview.steps.step import Answers, Step, StepForm, day_of, until_closed


class JoinForm(StepForm):
    """`other` is the other case's reference. The same is recorded there, by the page that joins them."""

    other = one_line(_("Reference of the other case"))
    notes = text(_("What makes them the same"))

    def clean_other(self) -> str:
        """Another case than this, and one that is not joined yet."""
        assert self.record is not None
        other = tidy(self.cleaned_data["other"])
        if other == self.record.case.reference:
            raise ValidationError(_("Enter the reference of another case than this"))
        if other in joined(self.record):
            raise ValidationError(_("These two are joined already"))
        return other


def joined(record: Record) -> list[str]:
    """The references of the cases that this one is joined with."""
    return [fact.codes["other"] for fact in record.current("joined_with")]


def do(_record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record that they are about the same; nothing else changes."""
    words = Told({"notes": answers["notes"]}, scope="restricted")
    return Outcome(
        (NewFact("joined_with", day_of(answers, at), {"other": answers["other"]}, words=(words,)),)
    )


STEP = Step(
    name="join_duplicate",
    title=_("Join with another case"),
    stage=7,
    who=("coordinate",),
    is_open=until_closed,
    do=do,
    records={"joined_with": _("Joined with case %(other)s, which is about the same")},
    form=JoinForm,
    minds=("joined_with",),
)

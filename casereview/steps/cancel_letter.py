"""A letter that has not gone yet is not to be sent: what it says is no longer so, or somebody has died."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.record import Record
from casereview.people.viewer import Viewer
from casereview.steps.fields import text
from casereview.steps.letter_choice import LetterForm, codes_of, has_letter
from casereview.steps.step import Answers, Step


class CancelForm(LetterForm):
    """`why`: in words, for the history."""

    among = ("queued", "held", "bounced")
    why = text(_("Why should it not be sent?"))


def is_open(record: Record) -> str:
    """Open while a letter waits."""
    return "" if has_letter(record, *CancelForm.among) else gettext("No letter is waiting.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record it; the worker then leaves the letter alone."""
    assert record is not None
    words = Told({"why": answers["why"]})
    return Outcome((NewFact("letter_cancelled", record.today, codes_of(answers["letter"]), words=(words,)),))


STEP = Step(
    name="cancel_letter",
    title=_("Cancel a letter"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"letter_cancelled": _("A letter was cancelled before it was sent")},
    form=CancelForm,
)

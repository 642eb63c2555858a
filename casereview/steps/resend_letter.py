"""A letter is sent again: queued anew, and made anew from the case as it then stands."""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.people.viewer import Viewer
from casereview.steps.letter_choice import LetterForm, codes_of, has_letter
from casereview.steps.step import Answers, Step


class ResendForm(LetterForm):
    """Only what has gone, or come back, can be sent again."""

    among = ("sent", "bounced", "cancelled")


def is_open(record: Record) -> str:
    """Open once a letter has gone."""
    return "" if has_letter(record, *ResendForm.among) else gettext("No letter has been sent.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Queue the same letter for the same recipient, by whichever way is safe when it goes."""
    assert record is not None
    letter = answers["letter"]
    again = NewFact("letter_resent", record.today, codes_of(letter))
    return Outcome((again,), **queue([(letter.code, letter.to)], at)._asdict())


STEP = Step(
    name="resend_letter",
    title=_("Send a letter again"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"letter_resent": _("A letter is to be sent again")},
    form=ResendForm,
)

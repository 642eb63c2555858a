"""A letter was opened on its recipient's own page. Take it with the key `letter:<id>:read`, so that it happens once."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.sending import serving
from casereview.letters.states import state
from casereview.people.viewer import Viewer
from casereview.steps.letter_choice import LetterForm, codes_of, has_letter
from casereview.steps.step import Answers, Step


class ReadForm(LetterForm):
    """Only what was sent can be opened."""

    among = ("sent",)


def is_open(record: Record) -> str:
    """Open once a letter was sent."""
    return "" if has_letter(record, "sent") else gettext("No letter has been sent.")


def do(record: Record | None, answers: Answers, viewer: Viewer, _at: datetime) -> Outcome:
    """Record it; a notice that could only be read on the page counts as served now. Raises PermissionDenied."""
    assert record is not None
    letter = answers["letter"]
    if letter.to not in viewer.holders:
        raise PermissionDenied
    read = NewFact("letter_read", record.today, codes_of(letter))
    return Outcome((read, *serving(record, letter, state(record, letter).route, "opened", record.today)))


STEP = Step(
    name="letter_read",
    title=_("Open a letter"),
    stage=0,
    who=("apply", "answer_for_body"),
    roles=("applicant", "victim", "representative"),
    is_open=is_open,
    do=do,
    records={
        "letter_read": _("A letter was opened by its recipient"),
        "notice_served": _("The written notice counts as served"),
    },
    form=ReadForm,
)

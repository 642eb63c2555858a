"""A letter was read aloud on the phone, word for word; the written copy lies on the recipient's page (BLUEPRINT §3).

A call alone is no notice: what serves it is the letter itself, read out and kept in writing.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.render import of_letter
from casereview.letters.safe_contact import Route
from casereview.letters.sending import sent, serving
from casereview.letters.states import state
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day
from casereview.steps.letter_choice import LetterForm, codes_of, has_letter
from casereview.steps.sent_facts import SENT
from casereview.steps.step import Answers, Step


class ReadAloudForm(LetterForm):
    """`on`: the day of the call."""

    among = ("queued", "held", "sent", "bounced")
    on = Day(label=_("When was it read to them?"))

    def clean(self) -> dict[str, Any]:
        """One that has not gone yet is kept as it was read."""
        cleaned = super().clean()
        letter = cleaned.get("letter")
        assert self.record is not None
        if letter and state(self.record, letter).code != "sent":
            self.must_be_made(letter, Route("page"), cleaned.get("on"))
        return cleaned


def is_open(record: Record) -> str:
    """Open as soon as there is a letter."""
    return "" if has_letter(record, *ReadAloudForm.among) else gettext("There is no letter yet.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record the reading; a letter that had not been sent counts as sent by it."""
    assert record is not None
    letter, on = answers["letter"], answers["on"]
    read = NewFact("letter_read_aloud", on, codes_of(letter))
    now = state(record, letter)
    if now.code == "sent":
        return Outcome((read, *serving(record, letter, now.route, "told", on)))
    rendered = of_letter(record, letter, Route("page"), on)
    return Outcome((read, *sent(record, letter, rendered, "read_aloud", on)))


STEP = Step(
    name="read_aloud",
    title=_("Record that a letter was read aloud"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records={"letter_read_aloud": _("A letter was read aloud on the phone"), **SENT},
    form=ReadAloudForm,
)

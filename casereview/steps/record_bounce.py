"""A mail server refused a letter, or it came back. What was refused was not sent; another safe way is tried."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import NewFact, Outcome
from casereview.cases.record import Record
from casereview.letters.queue import queue
from casereview.letters.sending import unserving
from casereview.letters.states import state
from casereview.people.viewer import Viewer
from casereview.steps.letter_choice import LetterForm, codes_of, has_letter
from casereview.steps.step import Answers, Step


class BounceForm(LetterForm):
    """`contact`: the id of the way that failed, where it is known; else the one by which the letter went."""

    among = ("queued", "held", "sent", "bounced")
    contact = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Only a way of this case can have failed."""
        cleaned = super().clean()
        assert self.record is not None
        known = {str(contact.pk) for contact in self.record.contacts} | set(self.record.bodies) | {""}
        if cleaned.get("contact", "") not in known:
            self.add_error("contact", _("That is no way of contact in this case"))
        return cleaned


def is_open(record: Record) -> str:
    """Open as soon as there is a letter."""
    return "" if has_letter(record, *BounceForm.among) else gettext("There is no letter yet.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, at: datetime) -> Outcome:
    """Record it. A letter that had counted as sent is queued again, for whichever way is safe then.

    A notice that it was no longer counts as served: days that run against somebody begin when it reaches them.
    """
    assert record is not None
    letter = answers["letter"]
    went = [fact for fact in record.current("letter_sent") if fact.codes.get("letter") == str(letter.pk)]
    contact = answers["contact"] or (went[-1].codes.get("contact", "") if went else "")
    bounced = NewFact("letter_bounced", record.today, codes_of(letter, contact=contact))
    if state(record, letter).code != "sent":
        return Outcome((bounced,))
    # The new letter is a detail of the last fact, by which it knows the one that it goes instead of.
    return Outcome((*unserving(record, letter), bounced), **queue([(letter.code, letter.to)], at)._asdict())


STEP = Step(
    name="record_bounce",
    title=_("Record that a letter came back"),
    stage=0,
    who=("system", "coordinate"),
    is_open=is_open,
    do=do,
    records={
        "letter_bounced": _("A letter was refused or came back"),
        "notice_served": _("The written notice no longer counts as served on that day: its letter came back"),
    },
    form=BounceForm,
)

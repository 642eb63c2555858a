"""A letter that may safely go by post was printed and posted by a person."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.cases.outcome import Outcome
from casereview.cases.record import Record
from casereview.letters.render import of_letter
from casereview.letters.safe_contact import route_to
from casereview.letters.sending import sent
from casereview.people.viewer import Viewer
from casereview.steps.fields import Day
from casereview.steps.letter_choice import LetterForm, has_letter
from casereview.steps.sent_facts import SENT
from casereview.steps.step import Answers, Step


class PostForm(LetterForm):
    """`on`: the day on which it was posted."""

    among = ("held",)
    on = Day(label=_("When was it posted?"))

    def clean(self) -> dict[str, Any]:
        """Post must still be safe: the recipient may have said otherwise since the letter was held."""
        cleaned = super().clean()
        letter = cleaned.get("letter")
        assert self.record is not None
        if letter and (route := route_to(self.record, letter.to)).kind != "post":
            self.add_error("letter", _("Post is not a safe way to reach them now. Do not post this letter."))
        elif letter:
            self.must_be_made(letter, route, cleaned.get("on"))
        return cleaned


def is_open(record: Record) -> str:
    """Open while a letter is held."""
    return "" if has_letter(record, "held") else gettext("No letter is held.")


def do(record: Record | None, answers: Answers, _viewer: Viewer, _at: datetime) -> Outcome:
    """Record the letter as posted; notices sent by post are served some working days later, as the scheme says."""
    assert record is not None
    letter = answers["letter"]
    rendered = of_letter(record, letter, route_to(record, letter.to), answers["on"])
    return Outcome(sent(record, letter, rendered, "post", answers["on"]))


STEP = Step(
    name="post_letter",
    title=_("Record that a letter was posted"),
    stage=0,
    who=("coordinate",),
    is_open=is_open,
    do=do,
    records=SENT,
    form=PostForm,
)

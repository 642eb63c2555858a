"""The letters that were sent to the applicant, as their page lists them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from casereview.cases.linked import before
from casereview.cases.models import Case
from casereview.cases.reading import load
from casereview.cases.record import Record
from casereview.letters.models import SentLetter
from casereview.letters.states import state


@dataclass(frozen=True, slots=True)
class Post:
    """One letter as it was sent. sent_on and read_on are London dates; read_on is None until they open it.

    case: the one that it is a letter of.
    """

    letter: SentLetter
    sent_on: date
    read_on: date | None
    case: Case

    @property
    def title(self) -> str:
        """What the letter is called."""
        return self.letter.title

    @property
    def address(self) -> str:
        """Where it is opened."""
        return reverse("my:letter", args=[self.letter.letter_id])


def posts(record: Record) -> list[Post]:
    """The letters to whoever looks, the latest first, also of the cases that this one came out of."""
    earlier = [load(case, record.viewer, record.now) for case in before(record.case, record.viewer)]
    return [post for each in (record, *earlier) for post in _posts(each)]


def _posts(record: Record) -> list[Post]:
    """The letters of one case. One that was sent again is listed once."""
    sent = SentLetter.objects.visible_to(record.viewer).filter(case=record.case, to=record.viewer.holder)
    copies = {copy.letter_id: copy for copy in sent.order_by("fact__number")}
    return [
        Post(copies[letter.pk], now.on, now.read_on, record.case)
        for letter in reversed(record.letters)
        if letter.pk in copies and (now := state(record, letter)).code == "sent"
    ]

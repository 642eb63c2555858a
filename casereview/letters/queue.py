"""How a step queues letters: unsaved rows that `take` saves together with its facts."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Model

from casereview.letters.models import Letter, Outbox


class Queued(NamedTuple):
    """What goes into an Outcome: `Outcome(…, **queue(…)._asdict())`."""

    letters: tuple[Model, ...]
    working: tuple[Model, ...]


def queue(to_send: Iterable[tuple[str, str]], at: datetime) -> Queued:
    """Queue letters, each a pair of its code and the holder it is for."""
    letters = [Letter(code=code, to=to, queued_at=at) for code, to in to_send]
    return Queued(tuple(letters), tuple(Outbox(letter_id=letter.id, due_at=at) for letter in letters))

"""A typed line: made readable, and made the value that its question asks for."""

from typing import Any

from django.utils.translation import gettext as _

from casereview.interfaces.command.interview.form import Chosen, Question
from casereview.interfaces.command.interview.kinds import Wrong

BECAUSE = "??"
LONGEST = 1500  # letters of an answer; the file's lines have an end


def readable(text: str) -> str:
    """What was typed or pasted, without what nobody sees: other spaces, soft hyphens, control characters."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


def value_of(question: Question, text: str, *, stated: bool) -> Any:
    """What `text` answers; None for an empty answer. `stated`: nobody can choose it. Raises Wrong."""
    if len(text) > LONGEST:
        raise Wrong(_("That is longer than %(n)s letters: give the part that matters.") % {"n": LONGEST})
    text, because, why = (part.strip() for part in text.partition(BECAUSE))
    if not text and because:
        raise Wrong(_("Write your answer first, then ?? and your reason."))
    if not text:
        if question.needed:
            raise Wrong(
                _(
                    "This needs an answer: choose, with your reason after ??. To leave the part out, type < until its"
                    " first question comes, and press Enter there."
                )
            )
        return None
    value = question.kind.read(text)
    if not because:
        return value
    if not why or stated:
        raise Wrong(_("Nothing is to be chosen here.") if why else _("Write your reason after ??."))
    if isinstance(value, dict):
        return {key: Chosen(inner, why) for key, inner in value.items()}
    return Chosen(value, why)

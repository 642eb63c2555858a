"""Who reads a sentence: the applicant, who is spoken to in plain words, or staff, in the field's terms."""

from typing import Any, Literal, NamedTuple

Reader = Literal["applicant", "staff"]


class For(NamedTuple):
    """One sentence (or part of one) that differs by its reader; where it does not, a plain text stands alone."""

    applicant: Any
    staff: Any


def to(reader: Reader, words: Any) -> str:
    """The words as this reader reads them. words: a `For`, or a text that is the same for everybody."""
    return str(getattr(words, reader) if isinstance(words, For) else words)

"""Letters for pages: made where they can be; where not, the page says so. The worker has ways of its own.

Anything may be wrong with a letter: a value that the prose names and nobody defined, a date beyond the calendar. It
must not take the page with it, nor what somebody typed there. The log says what it was.
"""

import logging
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.db import DatabaseError

from casereview.cases.record import Record
from casereview.letters import pdf, render
from casereview.letters.models import Letter, SentLetter
from casereview.letters.render import Rendered
from casereview.letters.safe_contact import Route, route_to

log = logging.getLogger(__name__)
T = TypeVar("T")


def made(
    record: Record, letter: Letter, route: Route | None = None, on: date | None = None
) -> Rendered | None:
    """A queued letter as it would go now, by the way that is safe now unless told; None where it cannot be made.

    on: the London date that it would bear, today unless told.
    """
    way = route or route_to(record, letter.to)
    return _tried(lambda: render.of_letter(record, letter, way, on), f"{letter.pk}")


def previewed(record: Record, code: str, to: str) -> Rendered | None:
    """A letter that a step would queue, as `render.preview` has it; None where it cannot be made."""
    return _tried(lambda: render.preview(record, code, to), code)


def printed(letter: Rendered | SentLetter, *, large: bool) -> bytes | None:
    """The letter as a PDF; None where it cannot be made."""
    return _tried(lambda: pdf.pdf(letter, large=large), letter.code if isinstance(letter, Rendered) else "")


def _tried(make: Callable[[], T], what: str) -> T | None:
    try:
        return make()
    except DatabaseError:  # not the letter's fault, and nothing after it would work
        raise
    except Exception:
        log.exception("letter %s cannot be made", what)
        return None

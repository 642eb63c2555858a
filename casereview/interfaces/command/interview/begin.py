"""A new area's scheme: asked for, checked and written."""

import re
from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from casereview.interfaces.command.interview.file import file_text
from casereview.interfaces.command.interview.interview import Interview
from casereview.interfaces.command.interview.kept import Kept
from casereview.interfaces.command.interview.kinds import code_from
from casereview.interfaces.command.interview.parts import all_parts
from casereview.procedure import events
from casereview.schemes.check import check
from casereview.schemes.load import folder
from casereview.schemes.model import Scheme


class Refused(ValueError):
    """No scheme can be begun under this name, or the answers do not make one; the message says why."""


class BrokenOff(Exception):
    """The answers ended before the questions did; the message says where they are kept."""


def new_scheme(area: str, typed: Callable[[], str], say: Callable[[str], None], today: date) -> Scheme:
    """The scheme made of the answers, in a file of its own.

    `typed` gives a line that somebody types; it raises EOFError or KeyboardInterrupt where there is no more.
    Raises Refused or BrokenOff.
    """
    area = " ".join(area.split())
    path = folder() / f"{_file_name(area)}.toml"
    if path.exists() or any(folder().glob(f"{path.stem}-[0-9]*.toml")):
        raise Refused(_("%(path)s is there already, and is not written over.") % {"path": path})
    kept = Kept(path.with_suffix(".answers"))
    say(_how())
    if kept.answers:
        say(
            _("You began before: your %(n)s answers are taken from %(path)s.")
            % {"n": len(kept.answers), "path": kept.path}
        )
    try:
        filled = Interview(typed, say, kept, events()).fill(all_parts(events()))
    except (EOFError, KeyboardInterrupt, UnicodeDecodeError) as ended:
        said = _(
            "Not finished. Your %(n)s answers are kept in %(path)s: give the same command again to go on."
        )
        raise BrokenOff(said % {"n": len(kept.answers), "path": kept.path}) from ended
    text = file_text(area, filled, today)
    scheme = check(text, events(), path.stem)
    if not isinstance(scheme, Scheme):
        raise Refused("; ".join(f"{fault.path}: {fault.message}" for fault in scheme))
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    kept.done()
    say("\n" + _("Written: %(path)s. It loads without faults.") % {"path": path})
    return scheme


def _file_name(area: str) -> str:
    name = code_from(area).replace("_", "-")
    if len(area) > 100 or not area.isprintable() or not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        said = _("“%(area)s” makes no file name: it begins with a letter and has up to 100.")
        raise Refused(said % {"area": area[:40]})
    return name


def _how() -> str:
    return _(
        "Have the area’s public page before you. Press Enter wherever the page does not say: nothing is guessed.\n"
        "Where something holds all the same, the question says what Enter takes.\n"
        "To go back to the answer before, type <. To stop, press Ctrl-C: your answers are kept.\n"
        "If you must choose what the page does not say, add ?? and your reason, as in: 5 days ?? Half of the ten."
    )

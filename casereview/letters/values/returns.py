"""What a letter to a body says of the information that it was asked for: why, by when, how late; never the story."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.cases.models import Deadline
from casereview.cases.return_reminders import rungs_of
from casereview.cases.returns import Returned, returns_of
from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.wording.dates import long_date


def reminded(about: About) -> str:
    """Not "" where the scheme names days on which a body that is silent is reminded."""
    return "yes" if rungs_of(about.record) else ""


def purpose(about: About) -> Prose:
    """Why the information is needed, in the words of whoever asks."""
    return paragraphs(_said(about, "purpose"))


def asked_besides(about: About) -> Prose:
    """The questions besides the usual ones, or ""."""
    return paragraphs(_said(about, "questions"))


def return_by(about: About) -> str:
    """The day by which this body's answer is due; "" where the scheme sets none."""
    due = _due(about)
    return long_date(due) if due else ""


def late_words(about: About) -> str:
    """How late the answer is, such as "3 days late"; "" before it is due and on the day."""
    due = _due(about)
    days = (about.record.today - due).days if due else 0
    return ngettext("%(n)d day late", "%(n)d days late", days) % {"n": days} if days > 0 else ""


def asked_body(about: About) -> str:
    """The name of the body that was asked, also where the letter goes to its escalation contact."""
    found = _one(about)
    return found.body.name if found else _("The organisation")


def asked_on(about: About) -> str:
    """The day on which it was asked."""
    found = _one(about)
    return long_date(found.asked_on) if found else ""


def _holder(about: About) -> str:
    return about.to.replace("escalation:", "body:")


def _one(about: About) -> Returned | None:
    return next((one for one in returns_of(about.record) if one.body.holder == _holder(about)), None)


def _due(about: About) -> date | None:
    """From the clock, which also a preview has worked out."""
    runs: list[Deadline] = [
        run for run in about.record.deadlines if run.clock == "return" and run.subject == _holder(about)
    ]
    return runs[-1].due if runs else None


def _said(about: About, name: str) -> str:
    found = _one(about)
    return str(about.record.said(found.asked, name)) if found else ""

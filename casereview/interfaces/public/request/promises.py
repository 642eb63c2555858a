"""What the scheme promises from the day of receipt on, as sentences; where it promises no date, that is said."""

from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.rules import calendar
from casereview.clocks.deadline import deadline
from casereview.schemes.model import Scheme
from casereview.wording.dates import long_date


def promises(scheme: Scheme, received: date) -> list[str]:
    """A sentence for each of the first clocks of the procedure that the scheme has."""
    what = {
        "acknowledge": _("We write to you that we have it"),
        "contact": _("Somebody contacts you, in a way that you chose, to talk about it"),
        "decide": _(
            "The organisations decide whether there will be a review, and you get the reasons in writing"
        ),
    }
    return [f"{words}{_by(scheme, name, received)}" for name, words in what.items() if name in scheme.clocks]


def _by(scheme: Scheme, clock: str, received: date) -> str:
    due = deadline(received, scheme.clocks[clock].length, calendar()).due
    if due is None:
        return _(". No date is promised for this.")
    return _(" by %(day)s.") % {"day": long_date(due)}

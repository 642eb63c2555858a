"""What the scheme promises from the day of receipt on, as sentences; where it promises no date, that is said."""

from datetime import date

from django.utils.translation import gettext as _

from casereview.cases.rules import calendar
from casereview.clocks.deadline import deadline
from casereview.schemes.model import Scheme
from casereview.wording.clocks import beside_its_words
from casereview.wording.dates import long_date
from casereview.wording.promised import times


def promises(scheme: Scheme, received: date) -> list[str]:
    """A sentence for each of the first things that are done, whether or not the scheme has a clock for it."""
    what = {
        "acknowledge": _("We write to you that we have it"),
        "contact": _("Somebody contacts you, in a way that you chose, to talk about it"),
        "decide": _(
            "The organisations decide whether there will be a review, and you get the reasons in writing"
        ),
    }
    return [f"{words}{_by(scheme, name, received)}" for name, words in what.items()]


def _by(scheme: Scheme, name: str, received: date) -> str:
    clock = scheme.clocks.get(name)
    if clock and clock.length and "application_received" in clock.starts:
        due = deadline(received, clock.length, calendar()).due
        assert due is not None
        return _(" by %(day)s.") % {"day": beside_its_words(clock, long_date(due))}
    when = times(scheme).get(name)
    return f", {when}." if when else _(". No date is promised for this.")

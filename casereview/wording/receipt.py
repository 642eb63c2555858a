"""A deadline as the person it concerns reads it: the promise, its last day, and how that day was worked out."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.clocks.deadline import Receipt
from casereview.wording.dates import long_date
from casereview.wording.deadlines import left_out, skipped_words
from casereview.wording.length import and_list, length_words


def deadline_sentence(promise: str, after: str, receipt: Receipt, *, today: date | None = None) -> str:
    """How a date was worked out, in one sentence.

    `promise` is a clause up to the date ("The meeting must be held"); `after` is what started the clock, with
    its article ("the decision"). Without a promised length the page's silence is said, and with `today` the
    days so far.
    """
    if receipt.due is None or receipt.length is None:
        return _no_promise(receipt, today)
    parts = {
        "promise": promise,
        "due": long_date(receipt.due),
        "length": length_words(receipt.length),
        "after": after,
        "start": long_date(receipt.start),
        "left_out": _leaving_out(receipt),
    }
    if receipt.length.amount == 0:
        return _("%(promise)s by %(due)s: the working day of %(after)s on %(start)s%(left_out)s.") % parts
    if receipt.due < receipt.start:
        return _("%(promise)s by %(due)s: %(length)s before %(after)s on %(start)s%(left_out)s.") % parts
    return _("%(promise)s by %(due)s: %(length)s after %(after)s on %(start)s%(left_out)s.") % parts


def skipped_days(receipt: Receipt) -> list[tuple[str, str]]:
    """Every day left out, with its reason: for *How this date was worked out*."""
    return [(long_date(day), skipped_words(day, why)) for day, why in receipt.skipped]


def _no_promise(receipt: Receipt, today: date | None) -> str:
    text = _("The page does not promise a date.")
    if today is None:
        return text
    days = (today - receipt.start).days
    so_far = ngettext("So far it has taken %(n)s day.", "So far it has taken %(n)s days.", days) % {"n": days}
    return f"{text} {so_far}"


def _leaving_out(receipt: Receipt) -> str:
    """ ", leaving out three weekends and Good Friday", or nothing."""
    days = left_out(receipt)
    return _(", leaving out %(days)s") % {"days": and_list(days)} if days else ""

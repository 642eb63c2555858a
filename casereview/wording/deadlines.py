"""A deadline receipt as a sentence: by when, how that was counted, and what was left out."""

from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from casereview.clocks.deadline import Receipt
from casereview.clocks.holidays import shipped
from casereview.schemes.promises import StandingGroup
from casereview.wording.bodies import with_article
from casereview.wording.dates import day_and_month, long_date
from casereview.wording.length import and_list, length_words, number_words, sentence
from casereview.wording.own import said

WEEKEND = ("Saturday", "Sunday")
SUBSTITUTE = (" (substitute day)", " (diwrnod rhodder)")  # as the table has it, in English and Welsh


def deadline_words(receipt: Receipt) -> str:
    """ "By Wednesday 6 January 2027: 10 working days after Friday 18 December 2026, leaving out …"."""
    start = long_date(receipt.start)
    if receipt.due is not None and receipt.length is None:
        return _("By %(due)s: the group’s next meeting after %(start)s.") % {
            "due": long_date(receipt.due),
            "start": start,
        }
    if receipt.due is None or receipt.length is None:
        return _("No length is promised, so nothing is due. Time counts from %(start)s.") % {"start": start}
    words = {
        "due": long_date(receipt.due),
        "length": length_words(receipt.length),
        "start": start,
    }
    if receipt.length.amount == 0:
        text = _("by %(due)s: the same working day, counted from %(start)s") % words
    elif receipt.due < receipt.start:
        text = _("by %(due)s: %(length)s before %(start)s") % words
    else:
        text = _("by %(due)s: %(length)s after %(start)s") % words
    if receipt.skipped:
        text = _("%(said)s, leaving out %(days)s") % {"said": text, "days": and_list(left_out(receipt))}
    return sentence(text)


def meeting_words(receipt: Receipt, group: StandingGroup) -> str:
    """What is due at the next meeting of a group, with its day as far as one is known."""
    if receipt.due is not None:
        return deadline_words(receipt)
    words = {"group": with_article(said(group.name)), "start": long_date(receipt.start)}
    return (
        _("At the next meeting of %(group)s after %(start)s. The day of that meeting is not known.") % words
    )


def counted_anew(first: date, *, again: bool) -> str:
    """Why a time counts from a later day: the letter came back. again: it went again, else they had read it."""
    words = {"first": long_date(first)}
    if again:
        return (
            _("The letter first counted as received on %(first)s. It came back, so the time began anew.")
            % words
        )
    return (
        _(
            "The letter first counted as received on %(first)s. It came back, so the time begins when it was read."
        )
        % words
    )


def skipped_words(day: date, why: str) -> str:
    """Why one day does not count: "Saturday", "Christmas Day"; a substitute day with its date."""
    if why in WEEKEND:
        return _("Saturday") if why == "Saturday" else _("Sunday")
    name = _in_this_language(day, why)
    for suffix in SUBSTITUTE:
        if name.endswith(suffix):
            words = {"day": day_and_month(day), "name": name.removesuffix(suffix)}
            return _("%(day)s (bank holiday for %(name)s)") % words
    return name


def left_out(receipt: Receipt) -> list[str]:
    """Every day left out, the weekends together: "three weekends", "Christmas Day"."""
    weekends = len({day.isocalendar()[:2] for day, why in receipt.skipped if why in WEEKEND})
    text = ngettext("%(n)s weekend", "%(n)s weekends", weekends) % {"n": number_words(weekends)}
    others = [skipped_words(day, why) for day, why in receipt.skipped if why not in WEEKEND]
    return [text, *others] if weekends else others


def _in_this_language(day: date, why: str) -> str:
    """A holiday of the shipped table has a Welsh name; an installation's own has the name it was given."""
    if (get_language() or "").startswith("cy"):
        return next((h.cy for h in shipped() if h.on == day and h.name == why), why)
    return why

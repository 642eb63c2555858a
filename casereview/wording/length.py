"""Lengths and small numbers in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.clocks.length import Length


def length_words(length: Length) -> str:
    """ "10 working days", "14 days", "6 months"; an amount of 0 working days is "the same working day"."""
    if length.amount == 0:
        return _("the same working day")
    return {
        "working_days": ngettext("%(n)s working day", "%(n)s working days", length.amount),
        "days": ngettext("%(n)s day", "%(n)s days", length.amount),
        "weeks": ngettext("%(n)s week", "%(n)s weeks", length.amount),
        "months": ngettext("%(n)s month", "%(n)s months", length.amount),
    }[length.unit] % {"n": length.amount}


def number_words(number: int) -> str:
    """Up to nine in words, as a sentence about a few reports reads; above that in digits."""
    few = (
        _("none"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
    )
    return few[number] if 0 <= number < len(few) else str(number)


def and_list(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"; items that are lists themselves are kept apart by semicolons."""
    return _list(items, _("%(first)s and %(last)s"), _("%(first)s; and %(last)s"))


def or_list(items: Sequence[str]) -> str:
    """ "a", "a or b", "a, b or c"; as `and_list` in all else."""
    return _list(items, _("%(first)s or %(last)s"), _("%(first)s; or %(last)s"))


def _list(items: Sequence[str], simple: str, apart: str) -> str:
    if len(items) < 2:
        return "".join(items)
    inner = (",", _(" and "), _(" or "))
    if any(mark in item for item in items for mark in inner):
        return apart % {"first": "; ".join(items[:-1]), "last": items[-1]}
    return simple % {"first": ", ".join(items[:-1]), "last": items[-1]}


def sentence(text: str) -> str:
    """With a capital letter and one full stop; nothing stays nothing."""
    text = text.strip()
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")

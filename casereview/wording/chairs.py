"""What keeps somebody from chairing a review or sitting on a panel, and what they declare themselves."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.wording.dates import long_date, short_date

# What a chair answers before they begin.
TIES = {
    "no": gettext_lazy("No, nothing ties me to this case"),
    "yes": gettext_lazy("Yes, something does, or might seem to"),
}


def conflict_words(kind: str, words: str, since: date | None, until: date | None) -> str:
    """The fact that conflicts, from `cases.conflicts.Conflict`."""
    named = {
        "words": words,
        "when": _when(since, until),
        "day": short_date(since) if since else _("day not known"),
    }
    sentences = {
        "of_body": _("officer of %(words)s, which has a part in this case (%(when)s)"),
        "interest": _("declared an interest in a body of this case, %(words)s (%(when)s)"),
        "took_part": _("has taken part in this case (%(day)s)"),
        "took_part_linked": _("has taken part in a case that this one is linked with (%(day)s)"),
        "declared": _("declared a conflict in this case (%(day)s)"),
    }
    return sentences[kind] % named


def out_of_office(since: date | None, until: date | None, today: date) -> str:
    """Why somebody who is not in office today is not. since, until: of their last term; None where they had none."""
    if since and since > today:
        return _("in office only from %(day)s") % {"day": short_date(since)}
    return _("out of office since %(day)s") % {"day": short_date(until)} if until else _("not in office")


def beyond_office(name: str, until: date) -> str:
    """Why somebody cannot be asked for longer. until: the last day of their office."""
    text = _("%(name)s is in office until %(day)s. Enter that day or an earlier one")
    return text % {"name": name, "day": long_date(until)}


def _when(since: date | None, until: date | None) -> str:
    if since is None:
        return _("day not known")
    if until is None:
        return _("since %(day)s") % {"day": short_date(since)}
    return _("%(since)s to %(until)s") % {"since": short_date(since), "until": short_date(until)}

"""The lines of a chronology in words."""

from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from casereview.wording.dates import short_date, vague_date

LINE_KINDS = {
    "incident": _("Incident"),
    "report": _("Report"),
    "action": _("Action"),
    "contact": _("Contact"),
    "other": _("Other"),
}
ANSWERED = {
    "yes": _("Something was done"),
    "no": _("Nothing done is told"),
    "not_known": _("Not known yet"),
}
SEEN_BY = {"application": _("The applicant may see it"), "restricted": _("Restricted")}
WHY_ALIKE = {
    "reference": _("the same reference"),
    "words": _("told in like words, on the same days"),
    "day": _("the same day"),
}


def line_day(since: date | None, until: date | None, as_told: str) -> str:
    """The day as well as it is known (London dates, both inclusive), as told where it is not exact."""
    if since and since == until:
        return short_date(since)
    if as_told:
        return as_told
    return vague_date(since, until) if since and until else _t("day not known")


def teller(told_by: str, to: str) -> str:
    """Who told it; of a report also whom it was told to. Both are names; "" for the applicant, and for nobody."""
    who = told_by or _t("The applicant")
    return _t("%(who)s, to %(body)s") % {"who": who, "body": to} if to and to != told_by else who


def gap_words(since: date, until: date) -> str:
    """ "Nothing is told for 41 days: 3 May 2026 to 12 June 2026". The days are London dates, both inclusive."""
    days = (until - since).days + 1
    said = ngettext("Nothing is told for %(n)s day", "Nothing is told for %(n)s days", days) % {"n": days}
    between = _t("%(since)s to %(until)s") % {"since": short_date(since), "until": short_date(until)}
    return f"{said}: {between}"

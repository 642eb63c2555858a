"""A threshold receipt as sentences: what was counted, what was not and why, and what is missing.

The same table speaks to the applicant ("you told us") and of the applicant to staff ("the applicant told us").
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from casereview.wording.length import number_words
from casereview.wording.reader import For, Reader, to

COUNTED = For(_("We counted this report."), _("Counted."))
# After "We did not count this because …" or "Not counted, because …".
NOT_COUNTED = {
    "after_receipt": For(
        _("it is dated after the day on which we received the request"),
        _("it is dated after the day on which the application was received"),
    ),
    "before_incident": For(
        _("it is dated before the day on which this happened"), _("it is dated before its incident")
    ),
    "outside_window": _("it is outside the time that these rules look at"),
    "reported_too_late": _("the report was made too long after it happened"),
    "applied_too_late": For(
        _("the request was made too long after it"), _("the application was made too long after it")
    ),
    "too_recent": _("there has not yet been time to answer it"),
    "latest_too_old": For(
        _("the last of these was too long before the request"),
        _("the last of these was too long before the application"),
    ),
    "body_outside": For(
        _("it was made to an organisation that these rules do not count"),
        _("it was made to a body that this route does not count"),
    ),
    "not_hate": _("this rule counts only what was motivated by hate"),
    "other_person": _("it was made by another person than the one counted here"),
    "other_household": _("it was made by another household than the one counted here"),
    "other_incident": _("it is about another incident than the one counted here"),
    "other_problem": _("it is about another problem than the one counted here"),
    "other_location": _("it is about another place than the one counted here"),
    "other_culprit": For(
        _("it is about somebody else than the person counted here"),
        _("it is about another alleged perpetrator than the one counted here"),
    ),
    "same_incident": _("the same incident is counted already"),
    "same_person": _("a report by the same person is counted already"),
    "same_household": _("a report by the same household is counted already"),
    "same_date": _("another incident on the same day is counted already"),
    "not_counted": _("people decide this without counting reports"),
    "finding": For(
        _("the organisations found, with reasons, that it is not one of these"),
        _("a named person found, with reasons, that it does not count"),
    ),
}
NOT_BECAUSE = For(_("We did not count this because %(why)s."), _("Not counted, because %(why)s."))
# After "To know whether this counts, we need …" or "Not known: …".
MISSING = {
    "report_date": For(
        _("the day on which you reported it, as nearly as you can"),
        _("the day on which it was reported, as nearly as it can be known"),
    ),
    "incident_date": For(
        _("the day on which it happened, as nearly as you can"),
        _("the day on which it happened, as nearly as it can be known"),
    ),
    "incident": _("which incident this report was about"),
    "by": _("who made the report"),
    "household": _("whom they live with, of those who have reported it"),
    "to": For(_("which organisation you told"), _("which body was told")),
    "hate": _("whether hate was the motive"),
    "problem": _("which problem this was part of"),
    "location": _("where it happened"),
    "culprit": For(_("who was responsible"), _("who is said to have done it")),
}
NEEDED = For(_("To know whether this counts, we need %(what)s."), _("To know whether it counts: %(what)s."))


def counted_sentence(reader: Reader = "applicant") -> str:
    return to(reader, COUNTED)


def discount_sentence(rule: str, reader: Reader = "applicant") -> str:
    """Why a report was not counted. rule: one of `schemes.receipt.DISCOUNTS`."""
    return to(reader, NOT_BECAUSE) % {"why": to(reader, NOT_COUNTED[rule])}


def unknown_sentence(needs: str, reader: Reader = "applicant") -> str:
    """What is missing of a report. needs: one of `schemes.receipt.NEEDS`."""
    return to(reader, NEEDED) % {"what": to(reader, MISSING[needs])}


def count_sentence(
    told: int, found: int, needs: int, reader: Reader = "applicant", *, confirmed: int = 0
) -> str:
    """ "You told us about four reports. Two could be counted; three are needed."

    told: reports that the applicant told of; confirmed: those of others, whom bodies confirm (said to staff alone);
    found: how many count; needs: how many must.
    """
    counted = _number(ngettext("%(n)s could be counted", "%(n)s could be counted", found), found)
    needed = _number(ngettext("%(n)s is needed", "%(n)s are needed", needs), needs)
    parts = [_told(told, reader)]
    if confirmed and reader == "staff":
        others = ngettext(
            "Bodies confirm %(n)s report by somebody else.",
            "Bodies confirm %(n)s reports by others.",
            confirmed,
        )
        parts.append(_number(others, confirmed))
    return " ".join([*parts, f"{counted.capitalize()}; {needed}."])


def _told(told: int, reader: Reader) -> str:
    by_staff = ngettext(
        "The applicant told us about %(n)s report.", "The applicant told us about %(n)s reports.", told
    )
    by_applicant = ngettext("You told us about %(n)s report.", "You told us about %(n)s reports.", told)
    return _number(by_staff if reader == "staff" else by_applicant, told)


def _number(text: str, n: int) -> str:
    return text % {"n": number_words(n)}

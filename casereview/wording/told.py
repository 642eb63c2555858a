"""What the words of a fact are called, where a page shows them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.wording.casework import AGAIN, SIGNS, YES_NO_UNKNOWN
from casereview.wording.codes import JUDGED
from casereview.wording.dates import iso_words
from casereview.wording.hearing import LABELS as HEARING
from casereview.wording.meeting import LABELS as MEETING

LABELS = {
    "problem": _("What is happening"),
    "place": _("Where"),
    "impact": _("How it affects them"),
    "vulnerability": _("What makes it harder to cope"),
    "wanted": _("What they would like to happen"),
    "others": _("Others who have reported it"),
    "told": _("What they told us"),
    "what": _("What has to be done"),
    "notes": _("Notes"),
    "signs": _("What it was read for"),
    "reasons": _("Reasons"),
    "findings": _("Findings"),
    "persistence": _("Persistence"),
    "harm": _("Harm"),
    "response": _("Response"),
    "statute_reason": _("How complaints about one incident were counted, and why"),
    "silent_reason": _("Why it was decided without asking every body"),
    "delegation": _("Delegation"),
    "again_reason": AGAIN,
    "deciders": _("Decided by"),
    "given_by": _("Given by"),
    "found_by": _("Found by"),
    "references": _("Their references"),
    "keep_from_reason": _("Why it went to a body that they asked us to keep it from"),
    "incidents": _("Incidents"),
    "purpose": _("Why it is needed"),
    "questions": _("Questions"),
    "risk": _("Risk"),
    "override_reason": _("Why another level"),
    "constraints": _("What limits what can be done"),
    "planned": _("What is planned"),
    "for_applicant": _("What the applicant may be told"),
    "withheld_reason": _("Why it is withheld"),
    "why_late": _("Why it is late"),
    "views": _("What they said"),
    "conflict": _("The conflict"),
    **MEETING,
    **HEARING,
    "considered": _("What was considered"),
    "outcome": _("What was found"),
    "changes": _("What has changed since it was sent"),
    "powers": _("Powers that each body considered"),
    "actions": _("Actions"),
    "recommendations": _("Recommendations"),
    "early": _("Why it did not wait for the applicant’s comments"),
    "comments": _("Comments"),
    "evidence": _("Evidence and notes"),
    "although": _("Why it was completed all the same"),
    "why_again": _("Why it goes on"),
    "name": _("Name"),
    "address": _("Address"),
}


# Codes under restriction, which a page of their own puts into words.
CODES = ("assessed",)


def told_words(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each word of a fact that is not empty, as its label and its text."""
    found = [
        (str(LABELS.get(name, _plain(name))), sign_words(value) if name == "signs" else _text(value))
        for name, value in values.items()
        if name not in CODES
    ]
    return [(label, text) for label, text in found if text]


def sign_words(signs: Mapping[str, str]) -> str:
    """What an application was read for, each sign with its answer, a line each."""
    return "\n".join(f"{SIGNS[sign]} {YES_NO_UNKNOWN[answer]}." for sign, answer in signs.items())


def _plain(name: str) -> str:
    """A name that has no label: the reasons of a finding say of which, whatever else is named reads as it is."""
    code = name.removeprefix("why_")
    if code != name and code in JUDGED:
        return gettext("Why it was found whether %(finding)s") % {"finding": JUDGED[code]}
    if name.removeprefix("further_").isdigit():
        return gettext("Asked for, %(number)s") % {"number": name.removeprefix("further_")}
    return name.replace("_", " ").capitalize()


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        named = [(name, text) for name, text in ((name, _text(each)) for name, each in value.items()) if text]
        *first, (_name, last) = named or [("", "")]
        return ": ".join([*(_before_colon(name, text) for name, text in first), last])
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text, value)))
    text = str(value or "")
    return iso_words(text) or text


def _before_colon(name: str, text: str) -> str:
    """What was raised is quoted; no full stop stands before a colon."""
    text = text.rstrip(". ")
    return gettext("“%s”") % text if name == "issue" else text

"""One row of what a body holds, as a form or a spreadsheet has it: a few lines of text that are read into an entry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casereview.components.forms import ApproximateDate, ApproximateDateField
from casereview.wording.casework import ENTRY_KINDS

FIELDS = ("kind", "when", "what", "outcome", "reference", "shown")
MOST_ROWS = 500  # of one return; our choice
LONGEST = {"when": 200, "what": 5000, "outcome": 5000, "reference": 100}
YES = frozenset({"yes", "y", "true", "1", "on", "x"})
NO = frozenset({"", "no", "n", "false", "0", "off"})
_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*(am|pm|z)?$", re.IGNORECASE)
_ABOUT = re.compile(r"^(about|around|approx\.?|ca?\.)\s+", re.IGNORECASE)
_NUMBERS = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_MONTH = re.compile(r"^(\d{1,2})[/.-](\d{4})$")
UNREADABLE = _("Write a day such as 12/3/2026, or a month such as March 2026")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read. when: None where the day is not known. shown: the applicant may be shown it."""

    kind: str
    when: ApproximateDate | None
    what: str
    outcome: str
    reference: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A row, or what is wrong in it by the names of FIELDS; neither for one in which nothing stands."""

    row: Row | None
    errors: dict[str, str]


def read_row(told: Mapping[str, str], today: date, kind: str = "report") -> Read:
    """Read the texts of one row. kind: what it is where the row does not say. today: no entry lies ahead of it."""
    text = {name: " ".join(str(told.get(name) or "").replace("\x00", "").split()) for name in FIELDS}
    if not any(text[name] for name in ("when", "what", "outcome", "reference")):
        return Read(None, {})
    errors = {
        name: str(_("Write at most %(n)s characters") % {"n": most})
        for name, most in LONGEST.items()
        if len(text[name]) > most
    }
    when, found = None, _kind(text["kind"]) or ("" if text["kind"] else kind)
    if not found:
        errors["kind"] = str(
            _("Write one of: %(kinds)s") % {"kinds": ", ".join(map(str, ENTRY_KINDS.values()))}
        )
    if text["shown"].lower() not in YES | NO:
        errors["shown"] = str(_("Write yes or no"))
    if not (text["what"] or text["outcome"]):
        errors["what"] = str(_("Write what it was"))
    try:
        when = read_when(text["when"], today)
    except ValidationError as error:
        errors["when"] = error.messages[0]
    if errors:
        return Read(None, errors)
    shown = text["shown"].lower() in YES
    return Read(Row(found, when, text["what"], text["outcome"], text["reference"], shown), {})


def read_when(text: str, today: date) -> ApproximateDate | None:
    """A day or a month as people and spreadsheets write them; None for nothing. Raises ValidationError.

    "12/3/2026", "12/03/26", "2026-03-12 14:30", "12 March 2026", "early March 2026", "3/2026", "about March 2026".
    """
    if not text:
        return None
    plain = _ABOUT.sub("", _TIME.sub("", text.strip())).replace(",", " ")
    parts = _parts(plain)
    if parts is None:
        raise ValidationError(UNREADABLE)
    read: ApproximateDate = ApproximateDateField().to_python(
        dict(zip(("day", "month", "year"), parts, strict=True))
    )
    if read.since > today:
        raise ValidationError(_("Write a day that is not after today"))
    return ApproximateDate(read.since, read.until, "" if read.since == read.until else text)


def _parts(text: str) -> tuple[str, str, str] | None:
    """Day, month and year; the day empty where only the month is named."""
    if found := _ISO.match(text):
        return found[3], found[2], found[1]
    if found := _NUMBERS.match(text):
        return found[1], found[2], found[3] if len(found[3]) == 4 else f"20{found[3]}"
    if found := _MONTH.match(text):
        return "", found[1], found[2]
    words = text.replace("-", " ").split()
    if len(words) == 2:
        return "", words[0], words[1]
    return (words[0], words[1], words[2]) if len(words) == 3 else None


def _kind(text: str) -> str:
    """The code of a kind that is written as its code or in its words."""
    wanted = text.lower()
    return next((code for code, words in ENTRY_KINDS.items() if wanted in {code, str(words).lower()}), "")

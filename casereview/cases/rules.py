"""The rules and the calendar that a case runs under."""

from datetime import date
from functools import lru_cache

from casereview.cases.models.bank_holiday import BankHoliday
from casereview.cases.models.scheme_text import SchemeText
from casereview.clocks.calendar import Calendar, england_and_wales
from casereview.clocks.holidays import Holiday
from casereview.schemes import load
from casereview.schemes.check import read_again
from casereview.schemes.model import Scheme


def calendar() -> Calendar:
    """The calendar as shipped, with the holidays that this installation has added (one query)."""
    added = [Holiday(row.on, row.name, row.known_from, row.source) for row in BankHoliday.objects.all()]
    return england_and_wales().with_holidays(added) if added else england_and_wales()


def scheme_of(digest: str) -> Scheme:
    """The scheme that a case has pinned, read from its stored text once a process."""
    return _read(digest)


@lru_cache(maxsize=256)
def _read(digest: str) -> Scheme:
    stored = SchemeText.objects.get(pk=digest)
    scheme = read_again(stored.text, stored.code)
    if isinstance(scheme, list):
        raise load.SchemeFault(f"the stored scheme {digest[:8]} can no longer be read", tuple(scheme))
    return scheme


def pin(code: str, on: date) -> Scheme:
    """Return the area's scheme in force on a day, and store its text (inside `take`: as the writing role)."""
    scheme = load.by_name(code, on)
    SchemeText.objects.get_or_create(pk=scheme.digest, defaults={"code": scheme.code, "text": scheme.text})
    return scheme

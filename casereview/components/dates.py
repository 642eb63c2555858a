"""Dates and moments in templates, in London time; how they are said is `wording`'s to know."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casereview.wording.dates import long_date, short_date, time_of_day


def day(value: date | datetime | None) -> str:
    """ "Wednesday 6 January 2027"; nothing for None."""
    return long_date(_london(value)) if value else ""


def day_short(value: date | datetime | None) -> str:
    """ "6 January 2027", for tables; nothing for None."""
    return short_date(_london(value)) if value else ""


def moment(value: datetime | None) -> str:
    """ "Wednesday 6 January 2027 at 11:59pm"; nothing for None."""
    if value is None:
        return ""
    clock = timezone.localtime(value)
    return _("%(day)s at %(time)s") % {"day": long_date(clock.date()), "time": time_of_day(clock.time())}


def _london(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value

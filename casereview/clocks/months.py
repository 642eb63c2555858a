"""Calendar months: the corresponding date, or the month's last day where there is no such date.

"One month beginning with 31 January" ends on 28 February (29 in a leap year). The law leaves the clamping
open; this is our choice, the same in both directions.
"""

from calendar import monthrange
from datetime import date


def months_after(day: date, amount: int) -> date:
    """The corresponding date `amount` calendar months after `day`, clamped to the end of its month."""
    months = day.year * 12 + (day.month - 1) + amount
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_back(day: date, amount: int) -> date:
    """The corresponding date `amount` calendar months before `day`, clamped to the end of its month."""
    return months_after(day, -amount)

"""Warns whoever runs the installation, long before bank holidays run out: past them no deadline can be worked out."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register
from django.utils import timezone

from casereview.clocks.calendar import england_and_wales


@register
def bank_holidays_are_known(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A warning from 90 days before the end of the table, an error once it has passed."""
    calendar, today = england_and_wales(), timezone.localdate()
    said = calendar.warning(today)
    if said is None:
        return []
    kind = Error if calendar.days_left(today) < 0 else Warning
    hint = "Install a newer version: the table of bank holidays ships with the product."
    return [kind(said, hint=hint, id="cases.W001" if kind is Warning else "cases.E001")]

"""When what is written to an office is read: said beside every warning about danger, and in every letter."""

from django.utils.translation import gettext as _


def when_read(hours: str) -> str:
    """hours: an area's office hours in its own words, "" where nobody entered any."""
    if hours:
        return _("What you write here is read only at these times: %(hours)s.") % {"hours": _bare(hours)}
    return _("Nobody reads this at night or at weekends.")


def messages_read(hours: str) -> str:
    """The same of messages that come any way, for a letter."""
    if hours:
        return _("Messages to us are read only at these times: %(hours)s.") % {"hours": _bare(hours)}
    return _("Nobody reads messages to us at night or at weekends.")


def _bare(hours: str) -> str:
    return hours.strip().rstrip(".")

"""What several commands read from their command line."""

from datetime import date

from django.core.management.base import CommandError

UNREADABLE = 2


def unreadable(where: str, what: str) -> CommandError:
    """The refusal of input that cannot be used: one line on stderr, exit 2."""
    return CommandError(" ".join(f"{where}: {what}".split()), returncode=UNREADABLE)


def day(option: str, text: str) -> date:
    """The day that an option says. Raises `unreadable` for anything but YYYY-MM-DD."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise unreadable(option, f"expected a date such as 2026-12-18, not {text[:40]!r}.")
    return found

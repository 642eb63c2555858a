"""What the mail server took."""

from icalendar import Calendar


def letters_to(mailbox, address):
    """The texts of the messages to an address, the newest last, each in one line."""
    return [" ".join(message.get_content().split()) for message in _to(mailbox, address)]


def calendars_to(mailbox, address):
    """The calendar files that came with the messages to an address."""
    parts = [part for message in _to(mailbox, address) for part in message.walk()]
    return [
        Calendar.from_ical(part.get_content()) for part in parts if part.get_content_type() == "text/calendar"
    ]


def _to(mailbox, address):
    return [message for message in mailbox.messages if message["To"] == address]

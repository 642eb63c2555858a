"""An invitation to the review meeting as a calendar file that other programs read: RFC 5545 and RFC 5546.

The title names nobody and nothing of the case but its reference. The same meeting keeps its UID, so that a newer file,
with a higher SEQUENCE, changes what stands in somebody's diary.
"""

from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from casereview.cases.meeting import Meeting
from casereview.letters.about import About
from casereview.letters.values.meeting import invited_before, meeting_for, of_a_hearing

NAME = "date.ics"  # what the attachment is called: it tells a passer-by nothing


def calendar_file(about: About, method: Literal["request", "cancel"]) -> bytes:
    """The file for one recipient, in UTF-8; b"" where there is no meeting to tell of."""
    found = meeting_for(about) if method == "request" else invited_before(about)
    if found is None:
        return b""
    calendar = Calendar()
    calendar.add("prodid", "-//Case Review//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.upper())
    calendar.add_component(_event(about, found, method))
    calendar.add_missing_timezones(
        first_date=found.day - timedelta(days=366), last_date=found.day + timedelta(days=366)
    )
    return bytes(calendar.to_ical())


def _event(about: About, meeting: Meeting, method: Literal["request", "cancel"]) -> Event:
    record = about.record
    event = Event()
    event.add("uid", uid(about, meeting))
    event.add("sequence", meeting.sequence if method == "request" else int(about.fact.codes["sequence"]))
    event.add("dtstamp", about.fact.recorded_at)
    event.add("dtstart", meeting.begins)
    event.add("dtend", meeting.finishes)
    event.add("summary", _("Meeting, reference %(reference)s") % {"reference": record.case.reference})
    place = " ".join(str(record.said(meeting.fact, "place")).split())
    link = str(record.said(meeting.fact, "link"))
    event.add("location", ", ".join(filter(None, (place, link))))
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED" if method == "request" else "CANCELLED")
    event.add("organizer", _address(record.area.email, record.area.sender_name or record.area.name))
    event.add("attendee", _attendee(about))
    return event


def uid(about: About, meeting: Meeting) -> str:
    """The same for every change of one sitting, and another for the next; it is not the reference."""
    host = urlsplit(settings.SERVICE_URL).hostname
    which: str | int = meeting.sitting
    if of_a_hearing(about):
        which = f"hearing-{which}" if meeting.sitting > 1 else "hearing"
    return f"{about.record.case.pk}-{which}@{host}"


def _attendee(about: About) -> vCalAddress:
    """The recipient alone: nobody learns from a calendar who else is invited."""
    attendee = _address(about.route.address, "")
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = "NEEDS-ACTION"
    attendee.params["RSVP"] = "TRUE"
    return attendee


def _address(mailbox: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{mailbox}")
    if name:
        address.params["CN"] = name
    return address

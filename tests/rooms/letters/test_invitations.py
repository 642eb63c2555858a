"""Invitations as real calendar files, taken by a real mail server: they invite, move and take back the same event."""

import re
from datetime import datetime, timedelta, timezone

import vobject
from icalendar import Calendar

from casereview.cases.postgresql.roles import acting
from casereview.jobs.letters import send_due
from casereview.letters.markup import to_plain
from casereview.letters.models import SentLetter
from casereview.people.models import Area
from casereview.people.viewer import SYSTEM
from tests.beginnings import beginning
from tests.rooms.letters.rfc5545 import event
from tests.rooms.letters.test_render import NEVER, sentences
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import MET, arrange, met

GMT = timezone(timedelta(0))
CODES = ("your_part", "invitation", "invitation_cancelled", "date_changed")


@beginning
def world():
    world = met(World())
    Area.objects.filter(pk="durham").update(email="office@example.org", sender_name="Review, office; north")
    return world


def sent(world, mailbox):
    """What goes out now, by its recipient: the messages with a calendar file."""
    before = len(mailbox.messages)
    with acting(SYSTEM):
        send_due(datetime(2026, 12, 18, 13, tzinfo=GMT))
    gone = zip(mailbox.messages[before:], mailbox.recipients[before:], strict=True)
    return {to[0]: message for message, to in gone if files(message)}


def files(message):
    return [part for part in message.walk() if part.get_content_type() == "text/calendar"]


def file_of(message):
    (file,) = files(message)
    return file


def test_members_get_a_calendar_file_and_the_applicant_none(world, mailbox):
    arrange(world)
    invited = sent(world, mailbox)
    assert set(invited) == {
        "police@example.org",
        "council@example.org",
        "health@example.org",
        "ira@example.org",
    }
    file = file_of(invited["ira@example.org"])
    assert file.get_param("method") == "REQUEST"
    assert (file.get_filename(), file.get_content_disposition()) == ("date.ics", "attachment")


def test_the_file_holds_to_the_letter_of_the_standard(world, mailbox):
    arrange(world, place="A room with a long name, on the second floor; at the end – behind the café\\bar")
    raw = file_of(sent(world, mailbox)["police@example.org"]).get_payload(decode=True)
    method, found = event(raw)
    assert method == "REQUEST"
    assert found["DTSTART"] == (";TZID=Europe/London", "20270106T100000")
    assert found["DTEND"] == (";TZID=Europe/London", "20270106T120000")
    assert found["SEQUENCE"][1] == "0"
    assert found["ORGANIZER"][1] == "mailto:office@example.org"
    assert found["ATTENDEE"][1] == "mailto:police@example.org"
    assert "second floor\\; at the end – behind the café\\\\bar" in found["LOCATION"][1]


def test_another_reader_finds_the_hour_in_winter_and_in_summer(world, mailbox):
    arrange(world)
    arrange(world, day="2027-07-06", change_reason="Later", late_reason="Later")
    raw = file_of(sent(world, mailbox)["police@example.org"]).get_payload(decode=True)
    (summer,) = Calendar.from_ical(raw).walk("VEVENT")
    assert summer.decoded("dtstart") == datetime(2027, 7, 6, 9, tzinfo=GMT)  # ten o'clock in London
    assert Calendar.from_ical(raw).to_ical() == raw


def test_the_title_and_the_mail_around_it_say_nothing_of_the_case(world, mailbox):
    arrange(world)
    message = sent(world, mailbox)["police@example.org"]
    _method, found = event(file_of(message).get_payload(decode=True))
    assert found["SUMMARY"][1] == f"Meeting\\, reference {world.case.reference}"
    assert message["Subject"] == f"A date for your diary (reference {world.case.reference})"
    everything = message.as_string() + file_of(message).get_payload(decode=True).decode()
    for word in ("Robin", "North Road", "Shouting", "behaviour", "ASB", "council@example.org"):
        assert word not in everything


def test_a_change_has_the_same_uid_and_the_next_number_and_a_cancellation_takes_it_back(world, mailbox):
    arrange(world)
    first = event(file_of(sent(world, mailbox)["police@example.org"]).get_payload(decode=True))[1]
    kept = [world.police.holder, world.ira.holder]
    arrange(world, day="2027-01-05", change_reason="The chair is ill", members=kept)
    second = sent(world, mailbox)
    moved = event(file_of(second["police@example.org"]).get_payload(decode=True))[1]
    method, dropped = event(file_of(second["council@example.org"]).get_payload(decode=True))
    assert (method, dropped["STATUS"][1], dropped["DTSTART"][1]) == ("CANCEL", "CANCELLED", "20270106T100000")
    world.take("cancel_meeting", today=MET, reason="Snow")
    third = sent(world, mailbox)
    assert set(third) == {"police@example.org", "ira@example.org"}
    file = file_of(third["police@example.org"])
    method, off = event(file.get_payload(decode=True))
    assert (method, file.get_param("method")) == ("CANCEL", "CANCEL")
    assert [each["UID"][1] for each in (first, moved, dropped, off)] == [first["UID"][1]] * 4
    assert [each["SEQUENCE"][1] for each in (first, moved, dropped, off)] == ["0", "1", "1", "2"]
    assert off["DTSTART"][1] == "20270105T100000"


def in_a_diary(message):
    """What a program that shares no code with the writer of the file finds: the method, and the event."""
    raw = file_of(message).get_payload(decode=True)
    (calendar,) = vobject.readComponents(raw.decode())
    assert calendar.behavior is not None, "not known as a calendar"
    calendar.validate(raiseException=True)
    (event,) = calendar.vevent_list
    return calendar.method.value, event


def test_a_program_that_is_not_ours_follows_the_meeting_from_invitation_to_cancellation(world, mailbox):
    """Summer time, so that a file without its time zone would be an hour out."""
    arrange(world, day="2027-03-30", late_reason="Later")
    method, first = in_a_diary(sent(world, mailbox)["police@example.org"])
    assert (method, first.status.value, first.sequence.value) == ("REQUEST", "CONFIRMED", "0")
    begins, ends = first.dtstart.value, first.dtend.value
    assert begins.astimezone(GMT) == datetime(2027, 3, 30, 9, tzinfo=GMT)  # ten o'clock in London
    assert (begins.hour, (ends - begins)) == (10, timedelta(hours=2))
    assert (first.organizer.value, first.attendee.value) == (
        "mailto:office@example.org",
        "mailto:police@example.org",
    )

    arrange(world, day="2027-01-05", change_reason="The chair is ill", members=[world.police.holder])
    gone = sent(world, mailbox)
    method, moved = in_a_diary(gone["police@example.org"])
    assert (method, moved.status.value, moved.sequence.value) == ("REQUEST", "CONFIRMED", "1")
    assert moved.dtstart.value.astimezone(GMT) == datetime(2027, 1, 5, 10, tzinfo=GMT)
    method, dropped = in_a_diary(gone["council@example.org"])
    assert (method, dropped.status.value, dropped.sequence.value) == ("CANCEL", "CANCELLED", "1")

    world.take("cancel_meeting", today=MET, reason="Snow")
    method, off = in_a_diary(sent(world, mailbox)["police@example.org"])
    assert (method, off.status.value, off.sequence.value) == ("CANCEL", "CANCELLED", "2")
    assert off.dtstart.value == moved.dtstart.value
    assert {each.uid.value for each in (first, moved, dropped, off)} == {first.uid.value}


def test_every_letter_about_a_meeting_is_short_plain_and_complete(world, mailbox):
    arrange(world, day="2027-01-08", late_reason="No room was free.")
    sent(world, mailbox)
    arrange(
        world, day="2027-01-11", change_reason="Ill.", late_reason="No room.", members=[world.police.holder]
    )
    sent(world, mailbox)
    with acting(SYSTEM):
        told = SentLetter.objects.filter(case=world.case, letter__code__in=CODES).order_by("fact__number")
        texts = {letter.letter.code: to_plain(letter.prose) for letter in told}
    assert set(texts) == set(CODES)
    for text in texts.values():
        assert "What happens next" in text
        for word in NEVER:
            assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), word
        for sentence in sentences(text):
            assert len(sentence.split()) < 20, sentence
    assert "Monday 11 January 2027" in texts["date_changed"]
    assert "You were promised the meeting by Wednesday 6 January 2027." in texts["date_changed"]

"""An appeal on one's own page: written, kept, checked, sent, and how far it has come in plain words."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from casereview.cases.appeal import appeal_of
from casereview.process import take
from casereview.wording.dates import long_date
from tests.rooms.interfaces.applicant.conftest import come_in, record_of, work
from tests.rooms.interfaces.applicant.test_pages import CORA, kinds, main, refuse
from tests.rooms.interfaces.applicant.test_people import confirm, named

pytestmark = pytest.mark.usefixtures("db")
WHY = {"reasons": "Nobody asked about the nights in May", "wanted": "Ask the council", "key": "1"}


@pytest.fixture
def refused(client, robin):
    """Robin was refused and has come in."""
    come_in(client, robin)
    refuse(robin)
    work()
    return robin


def send(client, **more):
    return client.post("/my/appeal", {**WHY, **more, "confirmed": "yes"})


def test_it_is_looked_at_once_more_before_it_is_sent(client, refused):
    page = client.post("/my/appeal", WHY).content.decode()
    assert "Check your appeal" in page
    assert "The last day to appeal is" in page
    assert "Nobody asked about the nights in May" in page
    assert "appeal_received" not in kinds(refused)
    changed = client.post("/my/appeal", {**WHY, "back": "yes"}).content.decode()
    assert "Nobody asked about the nights in May" in changed
    assert "<h1" in changed
    assert "appeal_received" not in kinds(refused)
    assert send(client).status_code == 302
    assert kinds(refused)[-1] == "appeal_received"


def test_sent_twice_it_is_one_appeal(client, refused):
    send(client)
    send(client)
    assert kinds(refused).count("appeal_received") == 1


def test_afterwards_the_page_says_what_happens_next_and_for_how_long_it_has_waited(
    client, refused, time_machine
):
    send(client)
    page = main(client, "/my/appeal")
    assert "We have your appeal" in page
    assert f"It reached us on {long_date(timezone.localdate())}" in page
    assert "So far it has taken" not in page  # nobody has waited on the day itself
    assert "Nobody asked about the nights in May" in page
    assert "A clerk to the panel calls or writes to you" in page
    home = main(client, "/my/")
    assert "Your appeal" in home
    assert "Read how to appeal" not in home
    time_machine.move_to(timezone.now() + timedelta(days=3))
    come_in(client, refused)
    assert "So far it has taken 3 days" in main(client, "/my/appeal")


def test_only_reasons_are_needed_and_nothing_typed_is_lost(client, refused):
    page = client.post(
        "/my/appeal", {"reasons": "", "wanted": "Ask the council", "key": "1"}
    ).content.decode()
    assert "Write why you disagree" in page
    assert "Ask the council" in page


def test_what_was_typed_is_kept_for_later_and_when_they_leave(client, refused):
    client.post("/my/appeal?leave=durham", {"reasons": "half a sentence", "wanted": "", "key": "1"})
    again = Client()
    come_in(again, refused)
    assert "half a sentence" in main(again, "/my/appeal")
    again.post("/my/appeal", {"reasons": "a whole sentence", "wanted": "", "later": "yes"})
    assert "a whole sentence" in main(again, "/my/appeal")
    assert "appeal_received" not in kinds(refused)


def test_what_was_typed_is_kept_when_the_session_has_ended(client, refused):
    page = client.get("/my/appeal").content.decode()
    whose = page.partition('name="whose" value="')[2].partition('"')[0]
    client.cookies.clear()
    client.post("/my/appeal", {"reasons": "typed too long", "whose": whose})
    come_in(client, refused)
    assert "typed too long" in main(client, "/my/appeal")


def test_files_go_with_it_and_are_of_the_appeal_alone(client, refused):
    assert client.post("/my/appeal", {**WHY, "files": "yes"}).url == "/my/appeal/file"
    diary = SimpleUploadedFile("diary.txt", b"1 May: until four in the morning", "text/plain")
    assert client.post("/my/appeal/file", {"file": diary}).status_code == 302
    page = main(client, "/my/appeal")
    assert "diary.txt" in page
    assert "Nobody asked about the nights in May" in page  # what was typed is still there
    send(client)
    (document,) = record_of(refused).documents
    assert (document.name, document.scope) == ("diary.txt", "appeal")
    assert "diary.txt" in main(client, "/my/appeal")


def test_a_file_of_another_kind_is_refused_and_says_what_to_do(client, refused):
    bad = SimpleUploadedFile("x.exe", b"MZ\x90\x00" + b"\x00" * 60, "application/octet-stream")
    page = client.post("/my/appeal/file", {"file": bad}).content.decode()
    assert "govuk-error-message" in page


def test_a_late_one_is_asked_why_and_one_in_time_is_not(client, refused, time_machine):
    assert "Why is it late?" not in main(client, "/my/appeal")
    time_machine.move_to(timezone.now() + timedelta(days=20))
    come_in(client, refused)
    page = main(client, "/my/appeal")
    assert "You can still appeal: say why it is late" in page
    assert "Why is it late?" in page
    send(client, why_late="I was in hospital")
    assert appeal_of(record_of(refused)).late
    assert "That was after the last day to appeal" in main(client, "/my/appeal")


def test_it_is_withdrawn_by_whoever_is_safe_and_another_can_be_made(client, refused):
    send(client)
    assert "Say whether you are safe" in client.post("/my/appeal/stop", {"key": "1"}).content.decode()
    client.post("/my/appeal/stop", {"safe": "yes", "pressed": "no", "why": "", "key": "1"})
    assert kinds(refused)[-1] == "appeal_withdrawn"
    assert "You withdrew this appeal" in main(client, "/my/appeal")
    client.post("/my/appeal?again=yes", {**WHY, "reasons": "Once more", "confirmed": "yes"})
    assert kinds(refused)[-1] == "appeal_received"


def test_whoever_was_pressed_to_withdraw_is_spoken_to_first(client, refused):
    send(client)
    client.post("/my/appeal/stop", {"safe": "yes", "pressed": "yes", "why": "he said so", "key": "1"})
    assert kinds(refused)[-1] == "concern_recorded"
    assert "We have not stopped yet" in main(client, "/my/")


def test_what_was_said_on_the_phone_is_confirmed_or_put_right(client, refused):
    answers = {"channel": "phone", "read_back": "on", "reasons": "They forgot March"}
    take(
        "receive_appeal",
        viewer=CORA,
        case=refused.case,
        answers=answers,
        key="k",
    )
    assert "Check what we wrote down of your appeal" in main(client, "/my/")
    assert "They forgot March" in main(client, "/my/appeal/words")
    client.post("/my/appeal/words", {"reasons": "They forgot May", "key": "1"})
    page = main(client, "/my/appeal")
    assert "They forgot May" in page
    assert "They forgot March" not in page
    assert "Check what we wrote down" not in main(client, "/my/")


def test_somebody_who_acts_for_them_may_appeal_and_both_are_written_to(client, robin):
    come_in(client, robin)
    kit = named(client, robin)
    confirm(robin, kit)
    refuse(robin)
    acting = Client()
    come_in(acting, kit)
    assert send(acting).status_code == 302
    assert "Nobody asked about the nights in May" in main(acting, "/my/appeal")
    told = {letter.to for letter in record_of(robin).letters if letter.code == "appeal_acknowledgement"}
    assert told == {kit.holder, f"person:{robin.person}"}
    # Robin sees that there is one, and not what Kit wrote: nobody reads another's words of their own.
    page = main(client, "/my/appeal")
    assert "We have your appeal" in page
    assert "Nobody asked about the nights in May" not in page


def test_nobody_reads_anothers(client, refused, sam):
    send(client)
    other = Client()
    come_in(other, sam)
    assert other.get("/my/appeal").status_code == 404
    assert other.get("/my/appeal/words").status_code == 404
    assert other.get("/my/appeal/stop").status_code == 404
    assert other.get("/my/appeal/file").status_code == 404

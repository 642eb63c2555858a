"""The applicant's own page: their own case and nobody else's, what they do there, and what it records."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from casereview.cases.models import Draft
from casereview.letters.safe_contact import route_to
from casereview.people.models import Body
from casereview.people.viewer import Viewer
from casereview.process import take
from casereview.wording.dates import long_date
from tests.rooms.interfaces.applicant.conftest import come_in, record_of, work

DECISION = {
    "finding_no_or_inadequate_response": "no",
    "why_no_or_inadequate_response": "Somebody came each time",
    "issue_1": "It happens, and it was answered",
    "persistence": "Once",
    "harm": "Some",
    "response": "Adequate",
    "silent_reason": "All were asked",
    "result": "not_met",
    "reasons": "One report could be counted, and three are needed",
}
CORA = Viewer("user:1", frozenset({"user:1", "area:durham"}), "Cora", frozenset({("coordinate", "durham")}))


def main(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().partition("<main")[2]


def kinds(who):
    return [fact.kind for fact in record_of(who).facts]


def test_every_page_asks_who_it_is_and_is_kept_by_no_browser(client, robin):
    pages = ["", "letters/", "contact", "add", "add/file", "stop"]
    for page in pages:
        assert client.get(f"/my/{page}").headers["Location"] == "/my/link"
    come_in(client, robin)
    for page in pages:
        answer = client.get(f"/my/{page}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        assert "Exit this page" in answer.content.decode()
    rules = [
        pattern.callback.access_rule
        for pattern in get_resolver("casereview.interfaces.applicant.urls").url_patterns
    ]
    assert sorted(set(rules)) == ["anyone", "own_case"]


def test_nothing_of_another_is_seen(client, robin, sam):
    work()
    come_in(client, sam)
    theirs = main(client, "/my/letters/").partition('href="/my/letters/')[2].partition('"')[0]
    other = Client()
    come_in(other, robin)
    for address in (f"/my/letters/{theirs}", f"/my/letters/{theirs}letter.pdf"):
        assert other.get(address).status_code == 404
    assert other.post(f"/my/letters/{theirs}").status_code == 404
    assert client.get(f"/my/letters/{theirs}").status_code == 200
    seen = "".join(main(other, f"/my/{page}") for page in ("", "letters/", "contact", "add", "stop"))
    assert not [word for word in ("Sam", "sam@example.org", sam.reference) if word in seen]


def test_a_letter_is_opened_by_a_button_once_and_read_as_often_as_they_like(client, robin):
    work()
    come_in(client, robin)
    address = (
        "/my/letters/" + main(client, "/my/letters/").partition('href="/my/letters/')[2].partition('"')[0]
    )
    before = kinds(robin)
    assert "Open the letter" in main(client, address)
    assert client.get(address + "letter.pdf").status_code == 404
    assert kinds(robin) == before
    for _time in range(2):
        assert client.post(address).headers["Location"] == address
    assert kinds(robin) == [*before, "letter_read"]
    assert "We have your request" in main(client, address)
    assert "app-letter--large" in main(client, address + "?large=1")
    assert client.get(address + "letter.pdf?large").content.startswith(b"%PDF")
    assert "Nothing for you to do now" in main(client, "/my/")


def test_the_page_says_where_it_stands_and_that_it_is_no_report(client, robin, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=2))
    come_in(client, robin)
    page = main(client, "/my/")
    assert "We have your request. We are reading it." in page
    assert "No date is promised for the decision. So far it has taken 2 days." in page
    assert "Writing here is not a report to the police" in page
    assert "01632 960 001" in page


def test_what_they_add_is_recorded_once_and_read_again(client, robin):
    come_in(client, robin)
    said = {"told": "It happened again <b>last night</b>", "key": "1"}
    for _time in range(2):
        assert client.post("/my/add", said).status_code == 302
    client.post("/my/add", {**said, "told": "And on Sunday"})
    assert kinds(robin).count("information_added") == 2
    assert "It happened again &lt;b&gt;last night" in main(client, "/my/add")


def test_questions_wait_on_the_page_until_they_are_answered(client, robin):
    holder = f"person:{robin.person}"
    take(
        "request_information",
        viewer=CORA,
        case=robin.case,
        answers={"person": holder, "questions": "Which street is it?"},
        key="q",
    )
    come_in(client, robin)
    assert "Answer our questions" in main(client, "/my/")
    assert "Which street is it?" in main(client, "/my/add")
    client.post("/my/add", {"told": "North Road", "key": "1"})
    assert "Answer our questions" not in main(client, "/my/")


def test_what_was_typed_is_kept_when_they_exit_and_when_the_session_has_ended(client, robin):
    come_in(client, robin)
    whose = main(client, "/my/add").partition('name="whose" value="')[2].partition('"')[0]
    client.post("/my/add?leave=durham", {"told": "half a sentence"})
    assert client.get("/my/").status_code == 302
    come_in(client, robin)
    assert "half a sentence" in main(client, "/my/add")
    stranger = Client()
    answer = stranger.post("/my/add", {"told": "the rest of it", "whose": whose})
    assert answer.headers["Location"] == "/my/link?kept=1"
    assert stranger.get("/my/").status_code == 302
    assert "the rest of it" in main(client, "/my/add")
    spoilt = stranger.post("/my/add", {"told": "somebody else's words", "whose": whose + "x"})
    assert spoilt.headers["Location"] == "/my/link"
    assert "somebody else" not in main(client, "/my/add")
    client.post("/my/add", {"told": "all of it", "key": "1"})
    assert "the rest of it" not in main(client, "/my/add")
    assert "information_added" in kinds(robin)


def test_a_file_is_kept_and_said_to_be_checked(client, robin, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    come_in(client, robin)
    for _time in range(2):
        file = SimpleUploadedFile("diary.txt", b"Monday: shouting until four")
        assert client.post("/my/add/file", {"file": file}).status_code == 302
    page = main(client, "/my/add/file")
    assert page.count("diary.txt") == 1
    assert "Kept, being checked" in page
    refused = client.post("/my/add/file", {"file": SimpleUploadedFile("a.exe", b"MZ\x90\x00" + b"\0" * 100)})
    assert "We cannot take this kind of file" in refused.content.decode()


def test_no_longer_safe_works_at_once_from_a_page_opened_long_ago_too(client, robin):
    come_in(client, robin)
    holder = f"person:{robin.person}"
    assert route_to(record_of(robin), holder).kind == "email_full"
    old_page = main(client, "/my/contact")
    unsafe = old_page.partition('name="unsafe" value="')[2].partition('"')[0]
    new = {
        "method": "phone",
        "value": "01632 960 999",
        "seen_by_others": "no",
        "when": "",
        "how": "",
        "key": "2",
    }
    assert client.post("/my/contact", new).status_code == 302
    assert "We use it once it is confirmed" in main(client, "/my/contact")
    assert client.post("/my/contact", {"unsafe": unsafe, "key": "1"}).status_code == 302
    assert "We never use this" in main(client, "/my/contact")
    assert route_to(record_of(robin), holder).kind == "held"
    assert "We have no safe way to reach you now" in main(client, "/my/contact")
    client.post("/my/contact", {"method": "applicant_calls", "key": "3"})
    assert route_to(record_of(robin), holder).kind == "page"


def test_the_new_way_says_what_is_missing_and_keeps_the_rest(client, robin):
    come_in(client, robin)
    page = client.post("/my/contact", {"how": "never leave a message", "key": "1"}).content.decode()
    assert "Choose how we may reach you" in page
    assert "never leave a message" in page
    assert "contact_changed" not in kinds(robin)


def test_whoever_is_safe_can_stop_it(client, robin):
    come_in(client, robin)
    assert "Say whether you are safe" in client.post("/my/stop", {"key": "1"}).content.decode()
    assert client.post("/my/stop", {"safe": "yes", "pressed": "no", "why": "", "key": "1"}).status_code == 302
    assert "application_withdrawn" in kinds(robin)
    assert "You asked us to stop" in main(client, "/my/")


def test_whoever_was_pressed_is_not_let_go_and_the_office_is_told(client, robin):
    come_in(client, robin)
    assert (
        client.post(
            "/my/stop", {"safe": "yes", "pressed": "yes", "why": "he said so", "key": "1"}
        ).status_code
        == 302
    )
    assert "application_withdrawn" not in kinds(robin)
    (concern,) = [fact for fact in record_of(robin).facts if fact.kind == "concern_recorded"]
    assert "he said so" in record_of(robin).said(concern, "concern")
    assert "We have not stopped yet" in main(client, "/my/")


def test_the_way_to_appeal_is_shown_to_whoever_was_refused_and_to_nobody_else(client, robin):
    come_in(client, robin)
    assert client.get("/my/appeal").status_code == 404
    refuse(robin)
    work()
    assert "Read how to appeal" in main(client, "/my/")
    page = main(client, "/my/appeal")
    fourteen_days = long_date(timezone.localdate() + timedelta(days=14))  # e-mailed today to Robin alone
    assert f"The last day to appeal is {fourteen_days}" in page
    assert "2 Office Street" in page
    other = Client()
    come_in(other, robin)
    assert "There will be no review this time" in main(other, "/my/")


def refuse(who):
    """Everybody is told, and one body decides that there is no review."""
    bodies = [body.holder for body in Body.objects.order_by("pk")]
    for step, answers in (
        ("dispatch_application", {"bodies": bodies}),
        ("propose_decision", {"result": "not_met", "reasons": "Too few reports"}),
        ("decide_threshold", DECISION | {f"decider_{bodies[0].removeprefix('body:')}": "Insp. Hill"}),
    ):
        take(step, viewer=CORA, case=who.case, answers=answers, key=step)


def test_a_draft_is_nobody_elses(client, robin, sam):
    come_in(client, robin)
    client.post("/my/add?leave=durham", {"told": "for nobody else"})
    other = Client()
    come_in(other, sam)
    assert "for nobody else" not in main(other, "/my/add")
    assert not Draft.objects.visible_to(sam.viewer).exists()

"""The applicant's pages of the meeting: told when and where, free to choose and to change, and what if it is late."""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client

from casereview.cases.involved import part_of, statement_of
from casereview.people import sessions
from tests.beginnings import beginning
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import MET, arrange, hold, met

pytestmark = pytest.mark.usefixtures("db")


def come_in(who):
    """A browser of the applicant's."""
    client = Client()
    session = client.session
    sessions.begin_as_person(SimpleNamespace(session=session), who.removeprefix("person:"), "durham")
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


@pytest.fixture
def today(time_machine):
    time_machine.move_to("2026-12-18 13:00:00+00:00")


@beginning
def world(today):
    world = met(World())
    return world


@pytest.fixture
def me(world):
    return come_in(world.who)


def text_of(response):
    return " ".join(response.content.decode().split())


def test_before_there_is_a_review_there_is_no_page_of_the_meeting(db):
    world = World()
    world.apply()
    who = world.record().applicant.holder
    me = come_in(who)
    assert me.get("/my/").status_code == 200
    assert me.get("/my/meeting").status_code == me.get("/my/statement").status_code == 404


def test_somebody_who_was_asked_finds_it_on_their_page_and_chooses(world, me):
    world.take("offer_involvement", today=MET, people=[world.who], asked_by="letter")
    assert "Choose how you want to take part in the meeting" in text_of(me.get("/my/"))
    assert "The day of the meeting is not set yet" in text_of(me.get("/my/meeting"))
    answer = me.post("/my/meeting", {"part": "opening_section", "how": "remote", "adjustments": "A break"})
    assert answer.url == "/my/meeting"
    assert part_of(world.record(), world.who) == "opening_section"
    page = text_of(me.get("/my/meeting"))
    assert "A break" in page
    assert "Change my choice" in page
    assert "Choose how you want to take part in the meeting" not in text_of(me.get("/my/"))


def test_their_page_says_when_and_where(world, me):
    arrange(world)
    assert "The meeting is on Wednesday 6 January 2027, for you at 10am." in text_of(me.get("/my/"))
    page = text_of(me.get("/my/meeting"))
    for words in (
        "Wednesday 6 January 2027, from 10am to midday",
        "Room 2, County Hall",
        "https://meet.example.org/42",
    ):
        assert words in page


def test_a_choice_that_lacks_something_says_so_and_keeps_the_rest(world, me):
    page = text_of(me.post("/my/meeting", {"part": "opening_section", "adjustments": "A break"}))
    assert "Say how: in the room, by video or by phone" in page
    assert "A break" in page
    assert part_of(world.record(), world.who) == ""


def test_leaving_keeps_what_was_chosen_without_sending_it(world, me):
    me.post("/my/meeting?leave=durham", {"part": "none"})
    assert part_of(world.record(), world.who) == ""
    page = text_of(come_in(world.who).get("/my/meeting"))
    assert 'value="none" checked' in page


def test_a_statement_is_kept_sent_and_changed(world, me):
    assert me.post("/my/meeting", {"part": "statement"}).url == "/my/statement"
    assert "Write your statement for the meeting" in text_of(me.get("/my/"))
    me.post("/my/statement", {"statement": "Half of it", "later": "yes"})
    assert statement_of(world.record(), world.who) is None
    page = text_of(me.get("/my/statement"))
    assert "Half of it" in page
    assert "It is not sent yet" in page
    me.post("/my/statement", {"statement": "All of it"})
    record = world.record()
    assert record.said(statement_of(record, world.who), "statement") == "All of it"
    page = text_of(me.get("/my/statement"))
    assert "If you send it again, the new one counts" in page
    assert "Half of it" not in page


def test_an_empty_statement_asks_for_words(world, me):
    assert "Write what you want the meeting to hear" in text_of(me.post("/my/statement", {"statement": " "}))


def test_once_it_has_begun_the_pages_say_what_happens_instead(world, me, time_machine):
    arrange(world)
    me.post("/my/statement", {"statement": "Please listen"})
    time_machine.move_to("2027-01-06 11:00:00+00:00")
    me = come_in(world.who)
    page = text_of(me.get("/my/meeting"))
    assert "We have your statement. It is read out in the meeting." in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    late = text_of(me.post("/my/statement", {"statement": "Too late"}))
    assert "What you wrote, and we do not have" in late
    assert "Too late" in late
    assert "What you wrote" not in text_of(me.get("/my/statement"))
    record = world.record()
    assert record.said(statement_of(record, world.who), "statement") == "Please listen"
    hold(world, read_1="yes", silent_1=True, unasked_1="She wrote a statement")
    assert "Your statement was read out in the meeting." in text_of(me.get("/my/statement"))


def test_without_a_statement_they_are_told_how_they_can_still_be_heard(world, time_machine):
    arrange(world)
    time_machine.move_to("2027-01-06 11:00:00+00:00")
    assert "Call us: we tell the meeting what you want to say." in text_of(
        come_in(world.who).get("/my/meeting")
    )


def test_titles_and_addresses_tell_a_passer_by_nothing(world, me):
    for path in ("/my/meeting", "/my/statement"):
        title = text_of(me.get(path)).partition("<title>")[2].partition("</title>")[0]
        assert title.endswith("Request a review")
        assert not {"behaviour", "Robin", world.case.reference} & set(title.split())


@pytest.mark.parametrize(
    ("page", "typed"),
    [("statement", {"statement": "I am afraid"}), ("meeting", {"adjustments": "I am afraid"})],
)
def test_what_was_typed_is_kept_although_the_session_has_ended(world, me, page, typed):
    arrange(world)
    whose = text_of(me.get(f"/my/{page}")).partition('name="whose" value="')[2].partition('"')[0]
    stranger = Client()
    assert stranger.post(f"/my/{page}", {**typed, "whose": whose}).url == "/my/link?kept=1"
    assert "I am afraid" in text_of(me.get(f"/my/{page}"))
    assert stranger.post(f"/my/{page}", {**typed, "whose": whose + "x"}).url == "/my/link"

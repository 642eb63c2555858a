"""The applicant's page of the hearing, and the papers, of which each reader gets their own version."""

import io
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client
from pypdf import PdfReader

from casereview.cases.hearing import part_chosen, view_of
from casereview.people import sessions
from casereview.people.models import User
from tests.beginnings import beginning
from tests.rooms.steps.conftest import THREE, World, moment
from tests.rooms.steps.hearings import (
    HEARD,
    TODAY,
    adjourned,
    arranged,
    composed,
    decision,
    held,
    refused_and_appealed,
    send,
)
from tests.signed_in import enter

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def today(time_machine):
    time_machine.move_to(moment(TODAY, 15))


@beginning
def world(today):
    world = World()
    refused_and_appealed(world, "high", "Only for the office")
    send(TODAY)
    return world


def come_in(world):
    """A browser of the applicant's."""
    client = Client()
    session = client.session
    sessions.begin_as_person(SimpleNamespace(session=session), world.robin, "durham")
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


@pytest.fixture
def me(world):
    return come_in(world)


def signed_in(viewer):
    return enter(Client(), User.objects.get(pk=viewer.holder.removeprefix("user:")))


def text_of(response):
    return " ".join(response.content.decode().split())


def pdf_of(response):
    assert response["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_they_are_told_when_and_where_choose_and_write_and_read_the_outcome(world, me, time_machine):
    assert "The day of the hearing is not set yet" in text_of(me.get("/my/hearing"))
    composed(world)
    arranged(world)
    home = text_of(me.get("/my/"))
    assert "Choose how you want to take part in the hearing" in home
    assert "The hearing of your appeal is on Friday 11 December 2026" in home
    assert "Room 1, Durham" in text_of(me.get("/my/hearing"))
    assert "Choose how you want to take part" in text_of(me.post("/my/hearing", {}))
    answer = me.post("/my/hearing", {"part": "attend", "how": "remote", "adjustments": "A break"})
    assert answer.url == "/my/hearing"
    assert part_chosen(world.record(), f"person:{world.robin}").codes["hearing_part"] == "attend"
    me.post("/my/hearing/views", {"view": "Half of it", "later": "yes"})
    assert "Half of it" in text_of(me.get("/my/hearing/views"))
    assert view_of(world.record(), f"person:{world.robin}") is None
    assert me.post("/my/hearing/views", {"view": "Read my diary"}).url == "/my/hearing"
    assert view_of(world.record(), f"person:{world.robin}") is not None
    time_machine.move_to(moment(HEARD, 15))
    me = come_in(world)
    assert "It is too late to change it here" in text_of(me.get("/my/hearing"))
    held(world)
    assert "The panel is deciding" in text_of(me.get("/my/hearing"))
    world.take("decide_appeal", world.panel_chair, HEARD, **decision(world))
    page = text_of(me.get("/my/hearing"))
    assert "The panel did not uphold your appeal" in page
    assert "The diary was never read" in page


def test_between_two_sittings_they_read_that_it_goes_on_and_may_add_to_what_they_wrote(world, time_machine):
    composed(world)
    arranged(world)
    me = come_in(world)
    me.post("/my/hearing/views", {"view": "Read my diary"})
    time_machine.move_to(moment(HEARD, 15))
    adjourned(world)
    me = come_in(world)
    assert "The hearing of your appeal has begun. It goes on another day." in text_of(me.get("/my/"))
    page = text_of(me.get("/my/hearing"))
    assert "The hearing began on Friday 11 December 2026, and is not over" in page
    assert "You do not have to say it again" in page
    page = text_of(me.get("/my/hearing/views"))
    assert "The panel has what you sent on Monday 30 November 2026" in page
    assert "Read my diary</p>" in page
    assert "Read my diary</textarea>" not in page
    me.post("/my/hearing/views", {"view": "The report bears me out"})
    assert "The report bears me out</textarea>" in text_of(me.get("/my/hearing/views"))


def test_the_page_of_the_appeal_says_only_what_still_lies_ahead(world, me):
    page = text_of(me.get("/my/appeal"))
    assert "At a hearing, you can put your views to the panel" in page
    assert "After a hearing, the panel decides" in page
    assert "decides whether there will be a hearing" not in page
    assert "A clerk to the panel calls or writes" not in page


def test_without_a_hearing_there_is_no_page(world, me):
    other = World.apply(world, *THREE[:1])
    assert other
    client = come_in(world)
    assert client.get("/my/").status_code == 200
    assert [client.get(f"/my/hearing{rest}").status_code for rest in ("", "/views", "/papers.pdf")] == [
        404
    ] * 3


class TestThePapers:
    @pytest.fixture
    def sent(self, world):
        composed(world)
        arranged(world, review=[world.cora.holder, world.police.holder])
        robin = f"person:{world.robin}"
        world.take("give_appeal_view", world.clerk, TODAY, person=robin, view="Read my diary, please")
        told = "We looked at every page"
        world.take("give_appeal_view", world.cora, TODAY, person=world.police.holder, view=told)
        mel = world.members[0].holder
        to = [mel, robin, world.cora.holder, world.police.holder]
        world.take("send_bundle", world.clerk, TODAY, to=to)
        return world

    def test_a_member_reads_all_of_it_but_how_people_are_reached(self, sent):
        words = pdf_of(signed_in(sent.members[0]).get(f"/panel/appeals/{sent.case.reference}/papers.pdf"))
        for each in ("Nobody read my diary", "Read my diary, please", "We looked at every page"):
            assert each in words
        assert "We looked at all of it" in words  # the reasons of the decision
        assert "robin@example.org" not in words

    def test_whoever_appeals_reads_the_other_side_and_nothing_that_is_the_offices(self, sent, me):
        words = pdf_of(me.get("/my/hearing/papers.pdf"))
        assert "We looked at every page" in words
        assert "Only for the office" not in words

    def test_a_body_reads_why_they_appeal_and_what_they_wrote(self, sent):
        client = signed_in(sent.officer)
        words = pdf_of(client.get(f"/partner/cases/{sent.case.reference}/police/hearing.pdf"))
        assert "Nobody read my diary" in words
        assert "Read my diary, please" in words
        assert "Only for the office" not in words
        other = signed_in(sent.other_officer)
        assert other.get(f"/partner/cases/{sent.case.reference}/council/hearing.pdf").status_code == 404

    def test_nobody_else_gets_any(self, sent):
        reference = sent.case.reference
        for viewer in (sent.members[1], sent.members[2], sent.dan):
            client = signed_in(viewer)
            assert client.get(f"/panel/appeals/{reference}/papers.pdf").status_code == 404
            assert client.get(f"/work/cases/{reference}/hearing.pdf").status_code == 404
        assert signed_in(sent.cora).get(f"/work/cases/{reference}/hearing.pdf").status_code == 200
        assert signed_in(sent.clerk).get(f"/panel/desk/{reference}/papers.pdf").status_code == 200

    def test_a_member_whose_access_has_ended_reads_nothing_more(self, sent):
        sent.take("declare_panel_member", sent.members[0], TODAY, conflict="yes", what="My neighbour")
        client = signed_in(sent.members[0])
        assert client.get(f"/panel/appeals/{sent.case.reference}/papers.pdf").status_code == 404

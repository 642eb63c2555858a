"""The clerk's desk and the panel's pages of a hearing: who is asked, what opens when, and the decision."""

import re

import pytest
from django.test import Client

from casereview.cases.hearing import panel
from casereview.people.models import User
from casereview.people.viewer import SYSTEM
from tests.beginnings import beginning
from tests.rooms.steps.conftest import World, moment
from tests.rooms.steps.hearings import (
    HEARD,
    TODAY,
    arranged,
    asked_for,
    composed,
    decision,
    held,
    in_office,
    refused_and_appealed,
    sitting,
)
from tests.signed_in import enter

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def today(time_machine):
    time_machine.move_to(moment(TODAY, 15))


@beginning
def world(today):
    world = World()
    refused_and_appealed(world)
    return world


def signed_in(viewer):
    return enter(Client(), User.objects.get(pk=viewer.holder.removeprefix("user:")))


def text_of(response):
    assert response.status_code == 200, response
    return " ".join(response.content.decode().split())


def ticket(page):
    return re.search(r'name="ticket" value="([^"]+)"', page)[1]


def test_the_clerk_is_told_who_cannot_sit_and_why_and_who_can(world):
    world.user("new", "panel_member")  # nobody has given them a term of office
    page = text_of(signed_in(world.clerk).get(f"/panel/desk/{world.case.reference}/do/appoint_panel/"))
    assert "New: not in office" in page
    assert "Mel (not trained yet)" in page


def test_where_nobody_is_free_the_page_says_who_can_help(world):
    for seat in world.members:
        User.objects.get(pk=seat.holder.removeprefix("user:")).terms.all().delete()
    page = text_of(signed_in(world.clerk).get(f"/panel/desk/{world.case.reference}/do/appoint_panel/"))
    assert "Nobody of the pool is free" in page


def test_a_member_declares_first_and_then_reads_and_a_stranger_sees_nothing(world):
    mel = world.members[0]
    world.take("appoint_panel", world.clerk, TODAY, members=[mel.holder], until="2028-12-31")
    client, address = signed_in(mel), f"/panel/appeals/{world.case.reference}/"
    assert client.get(address).url.endswith("/declare")
    page = text_of(client.get(f"{address}declare"))
    assert "Cora" in page
    assert "Robin" not in page
    assert client.post(f"{address}declare", {"conflict": "no"}).url == address
    page = text_of(client.get(address))
    assert "Nobody read my diary" in page
    assert "Mel" in page
    assert signed_in(world.members[1]).get(address).status_code == 404
    client.post(f"{address}do/declare_panel_member/", {"conflict": "yes", "what": "My neighbour"})
    world.take("declare_panel_member", mel, TODAY, conflict="yes", what="My neighbour")
    assert client.get(address).status_code == 404


def test_the_desk_shows_the_panel_the_day_and_what_was_asked_for(world, time_machine):
    composed(world)
    arranged(world)
    client = signed_in(world.clerk)
    page = text_of(client.get(f"/panel/desk/{world.case.reference}/"))
    assert "Friday 11 December 2026" in page
    assert "Room 1, Durham" in page
    time_machine.move_to(moment(HEARD, 15))
    held(world)
    wanted = {"wanted": ["new_decision"], **asked_for("new_decision", "area:durham")}
    world.take("decide_appeal", world.panel_chair, HEARD, **decision(world, "upheld", **wanted))
    for who, address in ((world.clerk, "/panel/desk/"), (world.cora, "/work/cases/")):
        rest = "" if who is world.clerk else "appeal/"
        page = text_of(signed_in(who).get(f"{address}{world.case.reference}/{rest}"))
        assert "Please see to new_decision" in page
        assert "by 1 January 2027" in page


def test_the_clerk_adjourns_it_and_the_desk_and_the_panel_see_each_sitting(world, time_machine):
    composed(world)
    arranged(world)
    time_machine.move_to(moment(HEARD, 15))
    client, address = signed_in(world.clerk), f"/panel/desk/{world.case.reference}/"
    page = text_of(client.get(f"{address}do/adjourn_hearing/"))
    answers = {**sitting(world, came_1="not"), "reason": "The landlord is asked", "ticket": ticket(page)}
    asked = text_of(client.post(f"{address}do/adjourn_hearing/", answers))
    assert "You do not have to say it again" in asked  # the letter, before it goes
    assert client.post(f"{address}do/adjourn_hearing/", {**answers, "confirmed": "yes"}).status_code == 302
    for page in (
        text_of(client.get(address)),
        text_of(signed_in(world.members[0]).get(f"/panel/appeals/{world.case.reference}/")),
    ):
        for told in (
            "Adjourned: the day on which it goes on is to be found",
            "The landlord is asked",
            "Of the panel: Pam, Mel, Max",
            "For the review: The police",
            ": They did not come",
        ):
            assert told in page


def test_the_chair_answers_every_consideration_on_one_page_and_may_keep_it(world, time_machine):
    composed(world)
    arranged(world)
    time_machine.move_to(moment(HEARD, 15))
    held(world)
    client, address = signed_in(world.panel_chair), f"/panel/appeals/{world.case.reference}/do/decide_appeal/"
    page = text_of(client.get(address))
    for each in ("The impact of the behaviour", "Does not apply: How persistent it is"):
        assert each in page
    kept = {"ticket": ticket(page), "consideration_impact": "No sleep since May", "later": "yes"}
    assert client.post(address, kept).status_code == 302
    page = text_of(client.get(address))
    assert "No sleep since May" in page
    refused = text_of(client.post(address, {"ticket": ticket(page), "outcome": "not_upheld"}))
    assert "Say what the panel found, or that it does not apply" in refused
    answers = {**decision(world), "ticket": ticket(page)}
    asked = text_of(client.post(address, answers))
    assert "The panel did not uphold the appeal." in asked
    assert client.post(address, {**answers, "confirmed": "yes"}).status_code == 302
    assert world.record(SYSTEM).latest("appeal_decided").codes["outcome"] == "not_upheld"


def test_a_substitute_in_office_joins_the_panel(world):
    composed(world, *world.members[:1])
    late = world.user("sub", "panel_member")
    in_office(world, late)
    composed(world, late)
    assert late.holder in panel(world.record(SYSTEM))

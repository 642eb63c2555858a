"""The meeting on the pages of those who come to it: each sees where it is, and the chair alone the rest."""

import pytest

from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import MET, arrange, choose, hold, met

pytestmark = pytest.mark.usefixtures("db")


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def today(time_machine):
    time_machine.move_to("2026-12-18 13:00:00+00:00")


@beginning
def world(today):
    world = met(World())
    arrange(world, members=[world.police.holder, world.ira.holder], more_items="The back gate")
    choose(world, part="statement", how="", adjustments="A break")
    world.take("give_statement", today=MET, person=world.who, statement="Please listen to us")
    return world


def test_a_body_that_is_invited_sees_when_and_where_and_another_does_not(world):
    page = text_of(signed_in(world.officer).get(f"/partner/cases/{world.case.reference}/police/"))
    for words in ("Wednesday 6 January 2027, 10am to midday", "Room 2, County Hall", "The back gate"):
        assert words in page
    other = text_of(signed_in(world.other_officer).get(f"/partner/cases/{world.case.reference}/council/"))
    assert world.case.reference in other
    assert "County Hall" not in other


def test_no_body_reads_the_statement_or_what_would_help(world):
    page = text_of(signed_in(world.officer).get(f"/partner/cases/{world.case.reference}/police/"))
    assert "Please listen" not in page
    assert "A break" not in page


def test_the_chair_reads_the_statement_before_the_meeting_and_signs_the_minutes_after_it(world, time_machine):
    page = text_of(signed_in(world.ira).get(f"/panel/reviews/{world.case.reference}/meeting/"))
    for words in ("Please listen to us", "A break", "A written statement, read out", "Room 2, County Hall"):
        assert words in page
    assert "Sign the minutes" not in page
    time_machine.move_to("2027-01-06 13:00:00+00:00")
    hold(world, came_1="not", read_1="yes")
    world.take(
        "write_minutes", today=MET.replace(year=2027, month=1, day=6), restricted_1="What nobody else reads"
    )
    chair = signed_in(world.ira)
    page = text_of(chair.get(f"/panel/reviews/{world.case.reference}/meeting/"))
    assert "What nobody else reads" in page
    assert "Sign the minutes" in page
    assert text_of(chair.get("/panel/")).count("Sign the minutes") == 1
    signing = text_of(chair.get(f"/panel/reviews/{world.case.reference}/do/sign_minutes/"))
    assert "What nobody else reads" in signing  # nobody signs what they do not see

"""A support worker sees who said yes, as far as the yes goes, and is told when it no longer does."""

import pytest
from django.test import Client

from casereview.people.models import Area
from casereview.people.viewer import for_person
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import THREE, World

pytestmark = pytest.mark.usefixtures("db")


@beginning
def world():
    """A case that is to be reviewed, in which support was offered to Robin."""
    world = World()
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    world.me = for_person(world.robin, "durham")
    world.take("offer_support", person=world.me.holder)
    world.sue = signed_in(world.user("sue", "support_worker"))
    return world


def people(client):
    return client.get("/partner/people/").content.decode()


def refer(world, *covers):
    world.take("answer_support", world.me, person=world.me.holder, answer="yes", covers=list(covers))
    world.take("refer_to_support")


def test_the_page_is_the_support_workers_alone(world):
    assert world.sue.get("/partner/people/").status_code == 200
    assert world.sue.get("/partner/").status_code == 404
    assert signed_in(world.officer).get("/partner/people/").status_code == 404
    assert signed_in(world.cora).get("/partner/people/").status_code == 404
    assert Client().get("/partner/people/").url.startswith("/work/sign-in/")


def test_nobody_is_there_before_a_yes_was_passed_on(world):
    world.take("answer_support", world.me, person=world.me.holder, answer="yes", covers=["name"])
    assert "Nobody has said yes" in people(world.sue)
    assert world.case.reference not in people(world.sue)


def test_what_the_yes_covers_is_there_and_nothing_else(world):
    refer(world, "name", "contact")
    page = people(world.sue)
    assert world.case.reference in page
    assert "Robin" in page
    assert "robin@example.org" in page
    for secret in ("Shouting", "North Road", "October"):
        assert secret not in page


def test_of_several_referrals_the_last_alone_is_shown(world):
    refer(world, "name", "problem")
    assert "Shouting" in people(world.sue)
    refer(world, "name")
    page = people(world.sue)
    assert "Robin" in page
    assert "Shouting" not in page
    assert "No longer to be used" not in page


def test_after_a_no_the_person_is_gone_and_a_line_says_so(world):
    refer(world, "name", "contact")
    world.take("answer_support", world.me, person=world.me.holder, answer="no")
    page = people(world.sue)
    assert "Robin" not in page
    assert "robin@example.org" not in page
    assert "No longer to be used" in page
    assert world.case.reference in page


def test_the_service_of_another_area_sees_nothing(world):
    refer(world, "name")
    far = signed_in(world.user("far", "support_worker", area=Area.objects.get(pk="darlington")))
    assert world.case.reference not in people(far)

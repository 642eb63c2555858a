"""A chair's pages: what waits, nothing of a case before the declaration, the papers after it, nothing once it ended."""

import pytest
from django.test import Client

from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import THREE, World

pytestmark = pytest.mark.usefixtures("db")
PAGES = ("", "application/", "incidents/", "bodies/", "meeting/", "do/declare_conflict/")


@beginning
def world():
    """A case that is to be reviewed, and Ira, who is asked to chair it; Noor chairs other reviews."""
    world = World()
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    world.ira, world.noor = world.user("ira", "chair"), world.user("noor", "chair")
    world.take("appoint_chair", chair=world.ira.holder, until="2028-02-25")
    return world


@pytest.fixture
def ira(world):
    return signed_in(world.ira)


def page(client, address):
    return client.get(address).content.decode()


def of_case(world, more=""):
    return f"/panel/reviews/{world.case.reference}/{more}"


def declare(client, world, **answers):
    return client.post(of_case(world, "declare"), {"conflict": "no", **answers})


def test_only_chairs_have_these_pages(world):
    assert signed_in(world.cora).get("/panel/").status_code == 404
    assert Client().get("/panel/").url.startswith("/work/sign-in/")
    noors = signed_in(world.noor)
    assert "Nothing waits for you." in page(noors, "/panel/")
    for more in (*PAGES, "declare"):
        assert noors.get(of_case(world, more)).status_code == 404


def test_before_the_declaration_every_page_leads_to_it_and_it_tells_nothing_of_the_case(world, ira):
    assert of_case(world, "declare") in page(ira, "/panel/")
    for more in PAGES:
        assert ira.get(of_case(world, more)).url == of_case(world, "declare")
    form = page(ira, of_case(world, "declare"))
    assert "The council" in form
    assert "Wednesday 2 December 2026" in form
    for secret in ("Robin", "Shouting", "North Road", "October"):
        assert secret not in form


def test_with_no_conflict_the_papers_open_and_nobodys_contact_details(world, ira):
    assert declare(ira, world).url == of_case(world)
    overview = page(ira, of_case(world))
    assert "Robin" in overview
    assert "Threshold met" in overview
    assert "Shouting and banging" in page(ira, of_case(world, "application/"))
    assert "2 October 2026" in page(ira, of_case(world, "incidents/"))
    assert "The police" in page(ira, of_case(world, "bodies/"))
    for more in PAGES:
        assert "robin@example.org" not in page(ira, of_case(world, more))
    home = page(ira, "/panel/")
    assert "Nothing waits for you." in home
    assert "25 February 2028" in home


def test_a_declaration_that_chooses_nothing_says_so_and_sent_twice_it_is_one(world, ira):
    empty = ira.post(of_case(world, "declare"), {})
    assert "There is a problem" in empty.content.decode()
    declare(ira, world)
    assert declare(ira, world).status_code == 302
    assert world.kinds().count("chair_declared") == 1


def test_with_a_conflict_nothing_opens(world, ira):
    asked = declare(ira, world, conflict="yes")
    assert "Say what it is" in asked.content.decode()
    assert declare(ira, world, conflict="yes", what="I know them").url == "/panel/"
    for more in (*PAGES, "declare"):
        assert ira.get(of_case(world, more)).status_code == 404
    assert "Nothing waits for you." in page(ira, "/panel/")


def test_a_conflict_found_later_is_declared_on_a_page_and_closes_the_case(world, ira):
    declare(ira, world)
    form = of_case(world, "do/declare_conflict/")
    typed = {"ticket": ticket_in(ira.get(form)), "what": "A new neighbour", "confirmed": "yes"}
    assert ira.post(form, typed).url == "/panel/"
    assert ira.get(of_case(world)).status_code == 404


def test_an_ended_appointment_closes_every_page(world, ira):
    declare(ira, world)
    assert ira.get(of_case(world)).status_code == 200
    world.take("end_chair", reasons="Away")
    for more in (*PAGES, "declare"):
        assert ira.get(of_case(world, more)).status_code == 404


def test_after_the_last_day_every_page_is_closed(world, ira, time_machine):
    declare(ira, world)
    time_machine.move_to("2028-02-26 00:05+00:00", tick=False)
    late = signed_in(world.ira)
    assert "Nothing waits for you." in page(late, "/panel/")
    for more in (*PAGES, "declare"):
        assert late.get(of_case(world, more)).status_code == 404


def test_steps_of_others_are_not_there(world, ira):
    declare(ira, world)
    assert ira.get(of_case(world, "do/declare_conflict/")).status_code == 200
    for step in ("add_task", "appoint_chair", "declare_chair", "receive_application", "nothing"):
        assert ira.get(of_case(world, f"do/{step}/")).status_code == 404
    assert ira.get(f"/work/cases/{world.case.reference}/").status_code == 404


def test_returns_are_read_and_silence_is_shown_as_silence(world, ira):
    declare(ira, world)
    world.take(
        "ask_for_returns", bodies=[world.police.holder, world.council.holder], purpose="For the review"
    )
    told = {
        "held": "something",
        "withheld": "none",
        "given_by": "Sgt Hill",
        "match_1": "held",
        "match_3": "not_held",
    }
    told |= {"what_1": "Officers came at midnight", "outcome_1": "Words of advice"}
    world.take("give_return", world.officer, body=world.police.holder, **told)
    silent = page(ira, of_case(world)).partition('id="silent"')[2].partition("</section>")[0]
    assert "The council" in silent
    assert "The police" not in silent
    assert "does not mean that nothing is held" in silent
    held = page(ira, of_case(world, "bodies/"))
    assert "Officers came at midnight" in held
    assert "Words of advice" in held
    assert "The council: No answer yet" in held

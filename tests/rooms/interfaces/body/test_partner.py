"""A body's officer sees what was reported to their body, answers as that body, and learns nothing of the others."""

import pytest

from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import THREE, World

pytestmark = pytest.mark.usefixtures("db")


@beginning
def world():
    """The people, and no case yet."""
    return World()


@pytest.fixture
def officer(world):
    """An officer of the police."""
    return signed_in(world.officer)


def test_nothing_waits_at_first(officer):
    assert "Nothing waits for you." in officer.get("/partner/").content.decode()


def test_a_case_waits_from_when_the_body_is_told_until_it_has_answered(world: World, officer):
    case = world.apply(*THREE)
    assert case.reference not in officer.get("/partner/").content.decode()
    world.told_to_all()
    assert case.reference in officer.get("/partner/").content.decode()
    form = f"/partner/cases/{case.reference}/police/do/answer_reports/"
    typed = {"ticket": ticket_in(officer.get(form)), "answer_1": "confirmed", "answer_3": "no_record"}
    assert officer.post(form, typed).status_code == 302
    assert case.reference not in officer.get("/partner/").content.decode()
    answered = world.record().latest("reports_answered")
    assert answered.codes["body"] == world.police.holder


def test_only_the_reports_to_this_body_are_shown(world: World, officer):
    case = world.apply(*THREE)
    world.told_to_all()
    page = officer.get(f"/partner/cases/{case.reference}/police/").content.decode()
    assert "2 October 2026" in page
    assert "11 October 2026" not in page  # reported to the council


def test_nobody_answers_for_another_body(world: World, officer):
    case = world.apply(*THREE)
    world.told_to_all()
    assert officer.get(f"/partner/cases/{case.reference}/police/").status_code == 200
    assert officer.get(f"/partner/cases/{case.reference}/council/").status_code == 404
    form = f"/partner/cases/{case.reference}/police/do/answer_reports/"
    typed = {"ticket": ticket_in(officer.get(form)), "body": world.council.holder, "answer_1": "confirmed"}
    officer.post(form, {**typed, "answer_3": "confirmed"})
    assert {fact.codes["body"] for fact in world.record().current("reports_answered")} == {
        world.police.holder
    }


def test_an_officer_has_no_page_of_the_coordinators(world: World, officer):
    case = world.apply(*THREE)
    world.told_to_all()
    for address in ("/work/", f"/work/cases/{case.reference}/", f"/work/cases/{case.reference}/do/add_task/"):
        assert officer.get(address).status_code == 404
    assert officer.get(f"/partner/cases/{case.reference}/police/do/decide_threshold/").status_code == 404


def test_a_view_is_asked_once_a_decision_is_proposed(world: World, officer):
    case = world.apply(*THREE)
    world.proposed("met")
    form = f"/partner/cases/{case.reference}/police/do/record_body_view/"
    assert form in officer.get("/partner/").content.decode()
    typed = {"ticket": ticket_in(officer.get(form)), "view": "agree", "given_by": "Insp. A. Hill"}
    assert officer.post(form, typed).status_code == 302
    assert form not in officer.get("/partner/").content.decode()

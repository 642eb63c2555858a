"""The queue shows what needs somebody next, to those whose cases they are, at a cost that does not grow."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casereview.audit.models import Entry
from casereview.cases.postgresql.roles import acting
from casereview.jobs.silence import tell_of_silence
from casereview.people.models import Membership, User
from casereview.people.viewer import SYSTEM, for_user
from demo.casework import signs
from tests.live_area import LONG_AGO
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import THREE, World

pytestmark = pytest.mark.usefixtures("db")


def page(client, address="/work/"):
    return client.get(address).content.decode()


def test_a_new_case_needs_me_until_somebody_else_has_it(world: World, cora):
    case = world.apply(*THREE)
    assert case.reference in page(cora)
    world.take("triage_risk", risk="standard", **dict.fromkeys(SIGNS, "no"))
    world.take("assign_owner", owner=world.dan.holder)
    assert case.reference not in page(cora)
    assert case.reference in page(signed_in(world.dan))
    assert case.reference in page(cora, "/work/?show=open")


SIGNS = ("danger", "domestic_abuse", "child", "suicide", "safeguarding", "hate_motive")


@pytest.mark.parametrize(
    "asked", ["show=mine", "show=deputy", "show=held", "show=closed", "channel=post", "status=met"]
)
def test_a_filter_leaves_out_what_it_does_not_name(world: World, cora, asked):
    case = world.apply()
    assert f'value="{case.reference}"' not in page(cora, f"/work/?show=open&{asked}")


@pytest.mark.parametrize(
    "asked", ["show=unowned", "channel=web&show=open", "status=received", "q=robin", "q=north road"]
)
def test_a_filter_keeps_what_it_names(world: World, cora, asked):
    case = world.apply()
    assert f'value="{case.reference}"' in page(cora, f"/work/?{asked}")


def test_a_reference_is_found_however_it_was_typed(world: World, cora):
    case = world.apply()
    assert case.reference in page(cora, f"/work/?q={case.reference.lower().replace('-', ' ')}")


def test_the_bodies_that_are_silent_now_can_be_chosen_each_by_itself(world: World, cora):
    both, one, none = (world.apply(*THREE) for _case in range(3))
    for case, bodies in ((both, (world.police, world.council)), (one, (world.council,))):
        world.take("dispatch_application", case=case, bodies=[body.holder for body in bodies])
    silent = page(cora, "/work/?show=silent")
    assert all(f'value="{case.reference}"' in silent for case in (both, one))
    assert f'value="{none.reference}"' not in silent
    assert offered(silent) == [
        "",
        world.council.holder,
        world.police.holder,
    ]  # by name; the board was not asked
    asked = page(cora, f"/work/?show=silent&body={world.police.holder}")
    assert f'value="{both.reference}"' in asked
    assert f'value="{one.reference}"' not in asked


def test_a_body_that_has_answered_is_no_longer_silent(world: World, cora):
    case = world.apply(*THREE)
    world.take("dispatch_application", bodies=[world.police.holder, world.council.holder])
    world.take("answer_reports", body=world.police.holder, answer_1="confirmed", answer_3="confirmed")
    assert offered(page(cora, "/work/?show=silent")) == ["", world.council.holder]
    asked = page(cora, f"/work/?show=silent&body={world.police.holder}")
    assert f'value="{case.reference}"' not in asked


def test_after_the_decision_nobody_waits_for_answers_about_reports(world: World, cora):
    world.apply(*THREE)
    world.proposed("met")
    assert len(offered(page(cora, "/work/?show=silent"))) == 4
    world.take("decide_threshold", **world.decision("met", silent_reason="x", statute_reason="x"))
    assert offered(page(cora, "/work/?show=silent")) == []


def test_every_body_that_owes_the_next_date_is_named_until_it_has_answered(world: World, cora):
    world.apply(*THREE)
    world.take("triage_risk", **signs(), risk="standard")
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met", silent_reason="x", statute_reason="x"))
    asked = [world.police.holder, world.council.holder]
    world.take("ask_for_returns", bodies=asked, purpose="For the review")  # both are due on the same day
    assert "The police and The council" in page(cora, "/work/?show=all")
    nothing = {"held": "nothing", "withheld": "none", "given_by": "Sgt Hill"}
    world.take("give_return", body=world.police.holder, **nothing)
    listed = page(cora, "/work/?show=all")
    assert "The police" not in listed.partition("<tbody")[2]
    assert "The council" in listed.partition("<tbody")[2]


def test_bodies_of_another_area_are_not_offered(world: World, stranger):
    world.apply(*THREE)
    world.told_to_all()
    assert offered(page(stranger, "/work/?show=silent")) == []


def offered(shown):
    """The bodies that can be chosen, as the values of that list; none where there is no such list."""
    _before, found, after = shown.partition('name="body">')
    return re.findall(r'<option value="([^"]*)"', after.partition("</select>")[0]) if found else []


def test_an_administrator_who_coordinates_too_needs_what_they_were_told_of(world: World, time_machine):
    world.apply()
    world.take("triage_risk", risk="standard", **dict.fromkeys(SIGNS, "no"))
    world.take("assign_owner", owner=world.dan.holder)
    ada = world.user("ada", "coordinator")
    user = User.objects.get(email="ada@example.org")
    Membership.objects.create(user=user, role="administrator", area=world.area, since=LONG_AGO)
    for day in (3, 11):  # Dan is told, then the administrators: there is no deputy
        time_machine.move_to(datetime(2026, 12, day, 9, 0, tzinfo=UTC), tick=False)
        assert world.case.reference not in page(signed_in(ada))
        with acting(SYSTEM):
            tell_of_silence()
    assert world.case.reference in page(signed_in(ada))
    assert world.case.reference not in page(signed_in(world.cora))


def test_another_areas_coordinator_finds_nothing(world: World, stranger):
    case = world.apply()
    for asked in ("?show=open", "?q=robin", f"?q={case.reference}"):
        assert "Robin" not in page(stranger, f"/work/{asked}")


def test_an_empty_queue_says_that_nothing_is_due(world: World, cora):
    assert "Nothing is due." in page(cora)


@pytest.mark.parametrize(
    "asked", ["", "?page=x", "?page=-1", "?page=99999999999999999999", "?show=x&sort=y&area=z"]
)
def test_whatever_is_asked_is_answered(world: World, cora, asked):
    assert cora.get(f"/work/{asked}").status_code == 200


def test_it_asks_the_database_as_often_for_many_as_for_few(world: World, cora):
    world.apply()
    few = count(cora)
    for _number in range(30):
        world.apply()
    assert count(cora) == few


def count(client):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/work/?show=open").status_code == 200
    return len(
        [query for query in queries if query["sql"].startswith("SELECT") and "set_config" not in query["sql"]]
    )


def test_chosen_cases_are_reassigned_together(world: World, cora):
    cases = [world.apply(), world.apply()]
    ticked = [case.reference for case in cases]
    assert "Dan" in cora.post("/work/reassign/", {"case": ticked}).content.decode()
    posted = {"case": ticked, "owner": world.dan.holder, "deputy": "", "key": "k"}
    assert cora.post("/work/reassign/", posted).url == "/work/"
    mine = page(signed_in(world.dan), "/work/?show=mine")
    assert all(reference in mine for reference in ticked)


def test_nobody_reassigns_what_they_may_not_see(world: World, stranger):
    case = world.apply()
    posted = {"case": [case.reference], "owner": world.stranger.holder, "key": "k"}
    assert "No case was chosen" in stranger.post("/work/reassign/", posted).content.decode()
    assert "owner_assigned" not in world.kinds()


def test_of_cases_reassigned_together_the_refused_is_said_and_the_others_are_done(world: World, cora):
    closed, running = world.apply(), world.apply()
    world.take("record_death", case=closed, notes="His sister called")
    world.take("close", case=closed)
    ticked = [closed.reference, running.reference]
    posted = {"case": ticked, "owner": world.dan.holder, "deputy": "", "key": "k"}
    shown = cora.post("/work/reassign/", posted).content.decode()
    assert f"{closed.reference} Robin: <strong>The case is closed.</strong>" in shown
    assert running.reference not in shown
    mine = page(signed_in(world.dan), "/work/?show=mine")
    assert running.reference in mine
    assert closed.reference not in mine
    kinds = [fact.kind for fact in world.record(case=closed).facts]
    assert "owner_assigned" not in kinds


def test_somebody_of_another_area_is_refused_in_plain_words(world: World):
    """Cora works in both areas: each case can only go to somebody who works in its own."""
    both = User.objects.get(email="cora@example.org")
    Membership.objects.create(user=both, role="coordinator", area_id="darlington", since=LONG_AGO)
    ours, theirs = world.apply(), world.apply(area="darlington")
    ticked = [ours.reference, theirs.reference]
    posted = {"case": ticked, "owner": world.dan.holder, "deputy": "", "key": "k"}
    shown = signed_in(for_user(both)).post("/work/reassign/", posted).content.decode()
    assert (
        f"{theirs.reference} Robin: <strong>Choose somebody who co-ordinates in this area</strong>" in shown
    )
    assert "user:" not in shown.split("<form", 1)[0]
    assert ours.reference not in shown
    assert ours.reference in page(signed_in(world.dan), "/work/?show=mine")


def test_my_tasks_are_mine_until_they_are_done(world: World, cora):
    world.apply()
    world.take("add_task", what="Call the school", who=world.cora.holder, due="2026-11-20")
    assert "Call the school" in page(cora, "/work/tasks/")
    assert "Call the school" not in page(signed_in(world.dan), "/work/tasks/")
    task = next(fact for fact in world.record().facts if fact.kind == "task_added")
    world.take("finish_task", task=str(task.id))
    assert "Call the school" not in page(cora, "/work/tasks/")


def test_reading_a_case_is_noted(world: World, cora):
    case = world.apply()
    cora.get(f"/work/cases/{case.reference}/")
    assert Entry.objects.filter(case=str(case.pk), by=world.cora.holder, did="read").count() == 1

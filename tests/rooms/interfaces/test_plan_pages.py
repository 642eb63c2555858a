"""The plan on its three pages: the co-ordinator's, the applicant's own, and that of who owns an action."""

from datetime import date

import pytest
from django.test import Client

from casereview.cases import way_in
from casereview.cases.plan import progress
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.plan.conftest import SENT, SIGNED, Reviewed

pytestmark = pytest.mark.usefixtures("db")

INSIDE = ("interpreter", "Banging at night", "Jo Hale", "jo.hale", "No report for a month", "letting rules")
TOLD = "Somebody will speak to the people above you."
LATE = date(2026, 12, 14)  # a Monday: the actions of `agree` were due on Thursday 10 December


@beginning
def signed():
    """A review that was held, and its minutes were signed."""
    world = Reviewed()
    world.area.sender_name = "Review office"
    world.area.switched_on = True
    world.area.save()
    world.begin()
    world.held()
    world.signed()
    return world


@pytest.fixture
def world(signed, time_machine):
    """On the day on which the minutes were signed; `to` moves on."""
    time_machine.move_to(moment(SIGNED, 12))
    signed.to = lambda day: time_machine.move_to(moment(day, 15))
    return signed


def come_in(world):
    """The applicant, come in by the code on paper; sessions end, so they do it anew on another day."""
    client = Client()
    client.post("/my/link", {"reference": world.case.reference, "code": way_in.code_of(world.robin)})
    return client


@pytest.fixture
def robin(world):
    return come_in(world)


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_before_there_is_a_plan_the_applicant_reads_when_it_comes(world, robin):
    world.agree()
    world.recommend()
    page = text(robin.get("/my/plan"))
    assert "There is no plan yet" in page
    assert "Thursday 3 December 2026" in page
    assert TOLD not in page
    assert "/my/plan" in text(robin.get("/my/"))


def test_the_applicant_reads_the_draft_and_comments(world, robin):
    world.agree()
    world.recommend()
    world.take("draft_plan", outcome="More can be done")
    assert "Read the draft of the plan" in text(robin.get("/my/"))
    page = text(robin.get("/my/plan"))
    for word in (
        TOLD,
        "The police",
        "Thursday 10 December 2026",
        "until Wednesday 2 December 2026",
        "More can",
    ):
        assert word in page
    assert not [inside for inside in INSIDE if inside in page]
    assert "Write what you think of the draft" in text(robin.post("/my/plan", {"comments": ""}))
    posted = {"comments": "Please not on Fridays", "key": "1"}
    assert [robin.post("/my/plan", posted).status_code for _ in range(2)] == [302, 302]
    said = world.now(SIGNED).current("plan_commented")
    assert len(said) == 1
    assert "Please not on Fridays" in text(robin.get("/my/plan"))


def test_what_is_typed_is_kept_when_they_leave(world, robin):
    world.take("draft_plan", outcome="More can be done")
    robin.post("/my/plan?leave=durham", {"comments": "half a senten"})
    assert not world.now(SIGNED).has("plan_commented")
    robin.post("/my/link", {"reference": world.case.reference, "code": way_in.code_of(world.robin)})
    assert "half a senten" in text(robin.get("/my/plan"))


def test_the_applicant_sees_what_is_done_late_and_blocked_and_why(world):
    world.agree()
    world.agree(body=world.council, told="The council will write.")
    world.agree(body=world.health, told="The board will call.")
    world.recommend()
    world.to(SENT)
    world.settle()
    assert "Done" not in text(come_in(world).get("/my/plan"))
    world.to(LATE)
    robin = come_in(world)
    for number, status, told in ((1, "done", "We visited."), (2, "blocked", "The flat is empty.")):
        answers = {"status": status, "told": told, "evidence": "Log 17"}
        world.take("update_action", today=LATE, action=str(number), **answers)
    page = text(robin.get("/my/plan"))
    for word in ("Done", "We visited.", "Stopped for now", "The flat is empty.", "It is late. We have asked"):
        assert word in page
    assert not [inside for inside in (*INSIDE, "Log 17") if inside in page]
    assert "you may appeal now" in text(robin.get("/my/appeal"))


def test_the_applicant_says_on_their_page_whether_it_has_stopped(world):
    world.agree()
    world.to(SENT)
    world.settle()
    robin = come_in(world)
    assert "Has it stopped?" not in text(robin.get("/my/plan"))
    world.take("ask_applicant", today=SENT, how="letter")
    assert "Has it stopped?" in text(robin.get("/my/plan"))
    assert "Say whether it has stopped" in text(robin.post("/my/plan", {"notes": "x"}))
    robin.post("/my/plan", {"stopped": "partly", "notes": "Quieter", "key": "1"})
    assert world.now().latest("applicant_answered").codes["stopped"] == "partly"
    assert "We ask you" not in text(robin.get("/my/plan"))


def test_nobody_else_s_page_shows_it(world):
    stranger = Client()
    assert stranger.get("/my/plan").status_code == 302
    assert stranger.get("/partner/actions/").status_code == 302
    cora = signed_in(world.stranger)
    assert cora.get(f"/work/cases/{world.case.reference}/plan/").status_code == 404
    assert cora.get("/partner/actions/").status_code == 404


def test_staff_read_all_of_it_with_what_is_late(world):
    world.agree()
    world.recommend(body="", addressee="The head of Northfield School")
    cora = signed_in(world.cora)
    address = f"/work/cases/{world.case.reference}/plan/"
    page = text(cora.get(address))
    for word in (*INSIDE, TOLD, "10 December 2026", "The head of Northfield School"):
        assert word in page
    world.to(SENT)
    world.settle()
    world.to(LATE)
    cora = signed_in(world.cora)
    assert "4 days late" in text(cora.get(address))
    overview = text(cora.get(f"/work/cases/{world.case.reference}/"))
    assert "Actions of the plan that are late or blocked" in overview
    assert world.case.reference in text(cora.get("/work/?show=overdue"))
    world.agree(
        number="1", told="Another visit.", reason="They were away", today=LATE, due=date(2026, 12, 18)
    )
    assert "The plan has changed since it was sent" in text(cora.get(address))


def test_a_link_to_a_change_begins_with_how_it_stands(world):
    world.agree()
    cora = signed_in(world.cora)
    page = text(cora.get(f"/work/cases/{world.case.reference}/do/agree_action/?number=1"))
    assert "Visit the flat above with an interpreter" in page
    assert "Sgt Jo Hale" in page


def test_the_letters_are_shown_before_the_plan_goes(world):
    world.agree()
    world.to(SENT)
    cora = signed_in(world.cora)
    form = f"/work/cases/{world.case.reference}/do/send_plan/"
    typed = {"considered": "All", "finding_1": "It goes on", "outcome": "More", "early": "No time"}
    asked = text(cora.post(form, {**typed, "ticket": ticket_in(cora.get(form))}))
    assert "The outcome of your review, and the plan" in asked
    assert "Your actions in the plan" in asked
    assert not world.now().has("plan_settled")
    assert (
        cora.post(form, {**typed, "ticket": ticket_in(cora.get(form)), "confirmed": "yes"}).status_code == 302
    )
    assert world.now().has("plan_settled")


def test_an_officer_sees_the_actions_of_their_body_by_date_and_updates_them(world):
    world.agree(what="The visit of the police", due=date(2026, 12, 18))
    world.agree(what="The first call of the police")
    world.agree(body=world.council, what="The letter of the council")
    world.recommend()
    officer = signed_in(world.officer)
    assert "No action of yours is open" in text(officer.get("/partner/actions/"))  # nothing was sent yet
    world.to(SENT)
    world.settle()
    world.to(LATE)
    officer = signed_in(world.officer)
    page = text(officer.get("/partner/actions/"))
    assert page.index("The first call of the police") < page.index("The visit of the police")
    assert "4 days late" in page
    assert "letter of the council" not in page
    assert "letting rules" not in page
    form = f"/partner/cases/{world.case.reference}/police/do/update_action/"
    assert "The visit of the police" in text(officer.get(f"{form}?action=1"))
    assert "letter of the council" not in text(officer.get(form))
    typed = {
        "ticket": ticket_in(officer.get(form)),
        "status": "done",
        "told": "We visited.",
        "evidence": "Log 17",
    }
    assert officer.post(form, {**typed, "action": "3"}).status_code == 200  # the council's: refused
    assert officer.post(form, {**typed, "action": "2"}).status_code == 302
    assert [each.status for each in progress(world.now(LATE))] == ["agreed", "done", "agreed"]
    assert "The first call of the police" not in text(officer.get("/partner/actions/"))


def test_an_addressee_answers_a_recommendation(world):
    world.recommend()
    world.to(SENT)
    powers = {f"powers_{body.pk}": "All" for body in (world.police, world.council, world.health)}
    world.settle(**powers)
    officer, other = signed_in(world.other_officer), signed_in(world.officer)
    assert "letting rules" in text(officer.get("/partner/actions/"))
    assert "letting rules" not in text(other.get("/partner/actions/"))
    form = f"/partner/cases/{world.case.reference}/council/do/answer_recommendation/"
    typed = {"ticket": ticket_in(officer.get(form)), "recommendation": "1", "answer": "followed"}
    typed |= {"reasons": "From January", "told": "The council will do it.", "given_by": "A. Head"}
    assert officer.post(form, typed).status_code == 302
    page = text(come_in(world).get("/my/plan"))
    assert "The council will do it." in page
    assert "From January" not in page


def test_my_actions_takes_as_many_queries_for_many_cases_as_for_one(world, django_assert_max_num_queries):
    world.agree()
    world.settle()
    first = world.case
    for _ in range(2):
        world.begin()
        world.held()
        world.signed()
        world.agree()
        world.settle()
    officer = signed_in(world.officer)
    officer.get("/partner/actions/")
    with django_assert_max_num_queries(16) as asked:
        page = text(officer.get("/partner/actions/"))
    assert first.reference in page
    assert len([query for query in asked if '"cases_fact"' in query["sql"] and "SELECT" in query["sql"]]) == 1


def test_comments_that_come_after_the_plan_has_gone_are_shown_and_not_lost(world):
    world.agree()
    world.settle(early="No time")
    world.post(SENT)
    world.to(SENT)
    me = come_in(world)
    late = text(me.post("/my/plan", {"comments": "Please come before midnight"}))
    assert "What you wrote, and we do not have" in late
    assert "Please come before midnight" in late
    assert not world.now().has("plan_commented")

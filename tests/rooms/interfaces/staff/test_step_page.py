"""Any step from its page: nothing typed is lost, nothing is done twice, and nothing final is done unasked."""

import pytest
from django.test import Client

from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import THREE, World
from tests.rooms.steps.test_at_once import at_once

pytestmark = pytest.mark.usefixtures("db")


def at(world, step):
    return f"/work/cases/{world.case.reference}/do/{step}/"


def test_a_form_posted_again_and_again_is_one_fact(world: World, cora):
    world.apply()
    typed = {"ticket": ticket_in(cora.get(at(world, "add_task"))), "what": "Call the school"}
    for _time in range(5):
        assert cora.post(at(world, "add_task"), typed).status_code == 302
    assert world.kinds().count("task_added") == 1


def test_whoever_was_overtaken_keeps_what_they_typed_and_may_send_it_again(world: World, cora):
    world.apply()
    typed = {
        "ticket": ticket_in(cora.get(at(world, "assign_owner"))),
        "owner": world.cora.holder,
        "deputy": "",
    }
    world.take("assign_owner", world.dan, owner=world.dan.holder)
    page = cora.post(at(world, "assign_owner"), typed)
    text = page.content.decode()
    assert "Somebody was quicker" in text
    assert f'value="{world.cora.holder}" selected' in text
    assert world.kinds().count("owner_assigned") == 1
    assert cora.post(at(world, "assign_owner"), {**typed, "ticket": ticket_in(page)}).status_code == 302
    assert world.kinds().count("owner_assigned") == 2


def test_mistakes_keep_everything(world: World, cora):
    world.apply()
    typed = {
        "ticket": ticket_in(cora.get(at(world, "log_contact"))),
        "notes": "She was out",
        "route": "phone",
    }
    text = cora.post(at(world, "log_contact"), typed).content.decode()
    assert "There is a problem" in text
    assert "She was out" in text
    assert "contact_attempted" not in world.kinds()


def test_after_the_session_has_ended_what_was_typed_can_be_sent_again(world: World, cora):
    world.apply()
    typed = {"ticket": ticket_in(cora.get(at(world, "add_task"))), "what": "Call the school"}
    page = Client().post(at(world, "add_task"), typed).content.decode()
    assert 'name="what" value="Call the school"' in page
    assert "task_added" not in world.kinds()
    assert (
        cora.post(
            at(world, "add_task"), {**typed, "ticket": page.split('name="ticket" value="')[1].split('"')[0]}
        ).status_code
        == 302
    )
    assert "task_added" in world.kinds()


def test_what_is_kept_for_later_is_there_for_its_writer_alone(world: World, cora):
    world.apply()
    typed = {"ticket": ticket_in(cora.get(at(world, "add_task"))), "what": "Half a thought", "later": "yes"}
    assert cora.post(at(world, "add_task"), typed).status_code == 302
    assert "task_added" not in world.kinds()
    again = cora.get(at(world, "add_task"))
    assert "Half a thought" in again.content.decode()
    assert "Half a thought" not in signed_in(world.dan).get(at(world, "add_task")).content.decode()
    typed = {"ticket": ticket_in(again), "what": "A whole thought"}
    assert cora.post(at(world, "add_task"), typed).status_code == 302
    assert "thought" not in cora.get(at(world, "add_task")).content.decode()


def test_a_decision_is_asked_about_with_its_letter_before_it_is_made(world: World, cora):
    world.apply(("2026-11-02", ("police", "2026-11-03")))
    world.proposed()
    typed = world.decision(
        reasons="One report was counted", ticket=ticket_in(cora.get(at(world, "decide_threshold")))
    )
    asked = cora.post(at(world, "decide_threshold"), typed)
    text = asked.content.decode()
    assert "The applicant will be told this decision" in text
    assert "app-letter" in text
    assert text.count("One report was counted") >= 2  # in the letter, and carried on
    assert "threshold_not_met" not in world.kinds()
    back = cora.post(at(world, "decide_threshold"), {**typed, "back": "yes"}).content.decode()
    assert "One report was counted" in back
    sure = {**typed, "ticket": ticket_in(asked), "confirmed": "yes"}
    assert cora.post(at(world, "decide_threshold"), sure).status_code == 302
    assert "threshold_not_met" in world.kinds()


def test_not_met_is_not_offered_where_the_statute_is_reached(world: World, cora):
    world.apply(*THREE)
    world.proposed("met")
    text = cora.get(at(world, "decide_threshold")).content.decode()
    assert 'value="not_met"' not in text
    assert "Section 104(4)" in text
    other = world.apply(("2026-11-02", ("police", "2026-11-03")))
    assert other == world.case
    assert 'value="not_met"' in cora.get(at(world, "decide_threshold")).content.decode()


def test_the_receipt_beside_the_decision_speaks_of_the_applicant_not_to_them(world: World, cora):
    world.apply(("2026-11-02", ("police", "2026-11-03"), ("council", "2026-11-03")))
    world.proposed()
    text = cora.get(at(world, "decide_threshold")).content.decode()
    assert "The applicant told us about two reports. One could be counted; three are needed." in text
    assert "Not counted, because the same incident is counted already." in text
    assert "You told us" not in text
    assert "Your own reports" not in text
    assert "The public page says: “You have reported three separate incidents" in text


def test_a_ticket_of_another_case_is_none(world: World, cora):
    world.apply()
    foreign = ticket_in(cora.get(at(world, "assign_owner")))
    world.apply()
    world.take("assign_owner", world.dan, owner=world.dan.holder)
    text = cora.post(
        at(world, "assign_owner"), {"ticket": foreign, "owner": world.cora.holder}
    ).content.decode()
    assert "Somebody was quicker" in text


def test_a_step_that_is_closed_says_why_and_does_nothing(world: World, cora):
    world.apply()
    text = cora.get(at(world, "propose_decision")).content.decode()
    assert "The application has gone to no body yet." in text
    posted = {"result": "met", "reasons": "Because"}
    assert "gone to no body yet" in cora.post(at(world, "propose_decision"), posted).content.decode()
    assert "decision_proposed" not in world.kinds()


def test_two_cases_are_joined_in_both(world: World, cora):
    other = world.apply()
    this = world.apply()
    typed = {
        "ticket": ticket_in(cora.get(at(world, "join_duplicate"))),
        "other": other.reference,
        "notes": "Same",
    }
    assert cora.post(at(world, "join_duplicate"), typed).status_code == 302
    assert world.record(case=this).latest("joined_with").codes["other"] == other.reference
    assert world.record(case=other).latest("joined_with").codes["other"] == this.reference


def test_a_case_is_not_joined_with_one_that_is_another_areas(world: World, cora, stranger):
    theirs = world.apply(area="darlington")
    world.apply()
    form = at(world, "join_duplicate")
    typed = {"ticket": ticket_in(cora.get(form)), "other": theirs.reference, "notes": "Same"}
    assert "You have no case with this reference" in cora.post(form, typed).content.decode()
    assert "joined_with" not in world.kinds()


def test_a_link_from_a_letter_has_it_chosen(world: World, cora):
    world.apply()
    letter = world.record().letters[0]
    text = cora.get(f"{at(world, 'cancel_letter')}?letter={letter.pk}").content.decode()
    assert f'value="{letter.pk}" checked' in text


def joining(world, cora, other, notes="Same nights"):
    ticket = ticket_in(cora.get(at(world, "join_duplicate")))
    posted = {"ticket": ticket, "other": other.reference, "notes": notes}
    return cora.post(at(world, "join_duplicate"), posted)


def joins(world, *cases):
    return [
        [fact.codes["other"] for fact in world.record(case=case).current("joined_with")] for case in cases
    ]


def test_where_the_other_case_refuses_to_be_joined_neither_tells_of_the_other(world: World, cora):
    other, mine = world.apply(), world.apply()
    world.take("record_death", case=other, notes="His sister called")
    world.take("close", case=other)
    shown = joining(world, cora, other, "Shouting on the same nights").content.decode()
    assert f"Not joined: case {other.reference} refuses it. The case is closed." in shown
    assert "Shouting on the same nights" in shown  # nothing typed is lost
    assert joins(world, mine, other) == [[], []]


@pytest.mark.parametrize("mine_is_first", [True, False])
def test_both_tell_of_each_other_whichever_is_locked_first(world: World, cora, mine_is_first):
    first, second = sorted((world.apply(), world.apply()), key=lambda case: case.pk.int)
    mine, other = (first, second) if mine_is_first else (second, first)
    world.case = mine
    assert joining(world, cora, other).status_code == 302
    assert joins(world, mine, other) == [[other.reference], [mine.reference]]


@pytest.mark.parametrize("mine_is_first", [True, False])
def test_what_is_refused_here_is_not_recorded_there(world: World, cora, mine_is_first):
    first, second = sorted((world.apply(), world.apply()), key=lambda case: case.pk.int)
    mine, other = (first, second) if mine_is_first else (second, first)
    world.case = mine
    assert joining(world, cora, other, notes="").status_code == 200  # the notes are required
    world.take("record_death", notes="x")
    posted = {"ticket": ticket_in(cora.get(at(world, "join_duplicate"))), "other": other.reference}
    world.take("close")
    assert "The case is closed." in cora.post(at(world, "join_duplicate"), posted).content.decode()
    assert joins(world, mine, other) == [[], []]


def test_a_joining_that_only_the_other_case_tells_of_is_made_whole(world: World, cora):
    other, mine = world.apply(), world.apply()
    world.take("join_duplicate", case=other, other=mine.reference, notes="x")
    assert joining(world, cora, other).status_code == 302
    assert joins(world, mine, other) == [[other.reference], [mine.reference]]


def test_a_step_of_other_people_has_no_page_here(world: World, cora):
    world.apply()
    assert cora.get(at(world, "decide_appeal")).status_code == 404
    assert cora.get(at(world, "add_task")).status_code == 200


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_who_join_the_same_two_from_either_end_do_not_hold_each_other_up():
    world = World()  # each of the two has a connection, which sees what was committed
    first, second = world.apply(), world.apply()
    posts = []
    for who, mine, other in ((world.cora, first, second), (world.dan, second, first)):
        client = signed_in(who)
        form = f"/work/cases/{mine.reference}/do/join_duplicate/"
        posted = {"ticket": ticket_in(client.get(form)), "other": other.reference, "notes": "Same"}
        posts.append((client, form, posted))
    answers = at_once(2, lambda n: posts[n][0].post(posts[n][1], posts[n][2]).status_code)
    assert set(answers) <= {200, 302}  # who comes second reads that somebody was quicker, or that it is done
    assert 302 in answers
    assert joins(world, first, second) == [[second.reference], [first.reference]]

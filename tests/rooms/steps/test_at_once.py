"""Two people at the same case at the same moment, and one form that is posted fifty times."""

import threading
import uuid

import pytest
from django.db import connection

from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting
from casereview.letters.models import Letter
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, Overtaken, Taken
from tests.rooms.steps.conftest import THREE, World


def test_who_comes_second_sees_what_the_first_did_and_keeps_what_was_typed(world):
    world.apply(*THREE)
    seen = world.record().last_number
    world.take("assign_owner", owner=world.cora.holder, seen=seen)
    typed = {"owner": world.dan.holder, "deputy": world.cora.holder}
    with pytest.raises(Overtaken) as overtaken:
        world.take("assign_owner", world.dan, seen=seen, **typed)
    assert [fact.kind for fact in overtaken.value.facts] == ["owner_assigned"]
    assert typed == {"owner": world.dan.holder, "deputy": world.cora.holder}
    world.take("assign_owner", world.dan, seen=world.record().last_number, **typed)


def test_five_bodies_that_answer_at_once_do_not_collide(world):
    world.apply(*THREE)
    world.told_to_all()
    seen = world.record().last_number
    for body, answers in (
        (world.police, {"answer_1": "confirmed", "answer_3": "confirmed"}),
        (world.council, {"answer_2": "no_record"}),
        (world.health, {}),
    ):
        world.take("answer_reports", body=body.holder, seen=seen, **answers)
    assert world.kinds().count("reports_answered") == 3


def test_a_decision_minds_an_answer_that_came_meanwhile(world):
    world.apply(*THREE[:2])
    world.proposed()
    seen = world.record().last_number
    world.take("answer_reports", body=world.police.holder, answer_1="confirmed")
    with pytest.raises(Overtaken):
        world.take("decide_threshold", seen=seen, **world.decision())


def test_a_form_with_an_error_keeps_what_was_typed(world):
    world.apply(*THREE[:2])
    world.proposed()
    with pytest.raises(Invalid) as refused:
        world.take("decide_threshold", **world.decision(harm=""))
    assert refused.value.form["persistence"].value() == "Since the summer"


def at_once(number, act):
    """Run `act(n)` in so many threads that start together; return what each returned or raised, in order."""
    gate, results = threading.Barrier(number), [None] * number

    def run(n):
        try:
            gate.wait(timeout=30)
            results[n] = act(n)
        except Exception as error:
            results[n] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return results


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_coordinators_at_the_same_moment_one_wins():
    world = World()
    world.apply(*THREE)
    seen = world.record().last_number
    owners = [world.cora.holder, world.dan.holder]
    results = at_once(2, lambda n: world.take("assign_owner", owner=owners[n], seen=seen))
    assert {type(result) for result in results} == {Taken, Overtaken}
    assert world.kinds().count("owner_assigned") == 1


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_form_that_is_posted_fifty_times_is_one_case_and_one_letter():
    world = World()
    key = uuid.uuid4().hex
    results = at_once(50, lambda _n: world.apply(*THREE, key=key))
    assert len({result.pk for result in results}) == 1
    with acting(SYSTEM):
        assert (Case.objects.count(), Fact.objects.count(), Letter.objects.count()) == (1, 1, 1)

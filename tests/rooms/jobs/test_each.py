"""What fails for one case keeps no other waiting, and is not passed over in silence."""

import pytest

from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.jobs import silence
from casereview.jobs.each import for_each
from casereview.people.viewer import SYSTEM
from casereview.stopping import stoppable
from tests.beginnings import beginning
from tests.rooms.steps.conftest import World


def test_the_others_have_their_turn_and_what_failed_is_told_at_the_end():
    done = []

    def do(number):
        if number == 2:
            raise ValueError("of two")
        done.append(number)
        return 10

    with pytest.raises(ExceptionGroup) as caught:
        for_each([1, 2, 3], do)
    assert done == [1, 3]
    assert [str(error) for error in caught.value.exceptions] == ["of two"]
    assert for_each([1, 3], do) == 20


def test_a_worker_that_is_told_to_stop_leaves_the_rest_for_the_next():
    done = []

    def do(number):
        done.append(number)
        return 1

    with stoppable(lambda: done == [1, 2]):
        assert for_each([1, 2, 3], do) == 2
    assert for_each([3], do) == 1
    assert done == [1, 2, 3]


@beginning
def world():
    return World()


def test_a_case_that_cannot_be_read_silences_no_other(world, time_machine, monkeypatch):
    broken, sound = world.apply(), world.apply()
    for case in (broken, sound):
        world.take("assign_owner", case=case, owner=world.cora.holder, deputy=world.dan.holder)
    time_machine.move_to("2026-12-03 09:00+00:00", tick=False)  # ten working days without a word are over

    def read(case, viewer):
        if case == broken:
            raise LookupError(case.reference)
        return load(case, viewer)

    monkeypatch.setattr(silence, "load", read)
    with acting(SYSTEM):
        with pytest.raises(ExceptionGroup):
            silence.tell_of_silence()
        assert load(sound, SYSTEM).has("silence_flagged")
        assert not load(broken, SYSTEM).has("silence_flagged")

"""How long a case is kept, and what keeps it longer: six years in County Durham, from the day it closed."""

from datetime import date

import pytest

from casereview.cases.models import Person
from casereview.cases.postgresql.roles import acting
from casereview.cases.retention import last_day_kept
from casereview.jobs.retention import erase_after_time
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotOpen
from tests.rooms.steps.conftest import THREE, moment

CLOSED = date(2026, 11, 20)
LAST = date(2032, 11, 20)  # six years later, by hand
AFTER = date(2032, 11, 21)
WITHDRAWN = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They are moving"}
EARLY = {"ground": "no_longer_needed", "told": "on"}


@pytest.fixture
def closed(world, time_machine):
    """A case that closed on Friday 20 November 2026."""
    case = world.apply(*THREE)
    time_machine.move_to(moment(CLOSED))
    world.take("withdraw", today=CLOSED, **WITHDRAWN)
    world.take("close", today=CLOSED, for_applicant="Robin was told why")
    return case


def erased_on(time_machine, day):
    """Whether the job, on that day, erases the case."""
    time_machine.move_to(moment(day))
    with acting(SYSTEM):
        return bool(erase_after_time())


def name_of(case):
    with acting(SYSTEM):
        return Person.objects.get(case=case).name


def test_the_last_day_is_counted_from_the_close(world, closed):
    assert last_day_kept(world.record()) == LAST


def test_nothing_goes_before_the_time_is_over(closed, time_machine):
    assert not erased_on(time_machine, LAST)
    assert name_of(closed) == "Robin"


def test_the_day_after_it_goes_once(world, closed, time_machine):
    assert erased_on(time_machine, AFTER)
    assert name_of(closed) == ""
    assert not erased_on(time_machine, AFTER)
    assert world.record().latest("case_erased").codes == {"erased_for": "time"}


def test_a_case_that_is_open_is_kept_for_ever(world, time_machine):
    case = world.apply(*THREE)
    assert not erased_on(time_machine, AFTER)
    assert name_of(case) == "Robin"


def test_a_hold_keeps_it_until_it_is_lifted(world, closed, time_machine):
    world.take("place_hold", today=CLOSED, why="A complaint is with the ombudsman")
    assert not erased_on(time_machine, AFTER)
    world.take("lift_hold", today=AFTER, why="The ombudsman has decided")
    assert erased_on(time_machine, AFTER)


def test_a_hold_keeps_it_from_early_erasure_too(world, closed):
    world.take("place_hold", today=CLOSED, why="A complaint is with the ombudsman")
    with pytest.raises(NotOpen, match="legal hold"):
        world.take("erase_on_request", today=CLOSED, **EARLY)


def test_early_erasure_is_for_closed_cases_and_those_who_were_told(world, closed):
    with pytest.raises(Invalid):
        world.take("erase_on_request", today=CLOSED, ground="objection")
    world.take("erase_on_request", today=CLOSED, **EARLY)
    assert name_of(closed) == ""
    with pytest.raises(NotOpen, match="erased"):
        world.take("record_concern", today=CLOSED, concern="Too late")


def test_an_open_case_cannot_be_erased_early(world):
    world.apply(*THREE)
    with pytest.raises(NotOpen, match="not closed"):
        world.take("erase_on_request", today=CLOSED, **EARLY)

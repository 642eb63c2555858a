"""What people do in an area whose page leaves it open: each step is open, or says in a sentence why it is not."""

from datetime import date

import pytest

from casereview.cases.retention import last_day_kept
from casereview.people.viewer import SYSTEM
from casereview.process import STEPS, NotOpen
from casereview.steps.log_contact import tries_needed
from tests.rooms.steps import sittings
from tests.rooms.steps.conftest import THREE
from tests.silent import in_force

OPENED = date(2026, 11, 19)


@pytest.fixture(params=["bare", "no lengths"])
def silent(tmp_path, monkeypatch, request):
    """The page that is in force."""
    in_force(request.param, tmp_path, monkeypatch)
    return request.param


@pytest.fixture
def there(silent, world):
    """A case with two reports."""
    world.apply(*THREE[:2])
    return world


def refused(world):
    world.proposed()
    world.take("decide_threshold", **world.decision("not_met"))


def test_a_body_that_has_not_answered_is_reminded_by_nobody_where_no_days_are_named(there):
    sittings.met(there)
    there.take("ask_for_returns", today=sittings.MET, bodies=[there.police.holder], purpose="The shouting")
    assert "no days" in STEPS["chase_return"].is_open(there.record())
    with pytest.raises(NotOpen, match="no days"):
        there.take("chase_return", SYSTEM, body=there.police.holder, level=0)


def test_a_refused_case_closes_where_no_last_day_to_appeal_is_named(there):
    refused(there)
    there.take("close", today=OPENED)
    assert there.record().latest("case_closed").codes == {"reason": "not_met"}


def test_an_appeal_that_came_keeps_it_open(there):
    refused(there)
    there.take("receive_appeal", channel="phone", reasons="Nobody asked me", read_back="on", today=OPENED)
    with pytest.raises(NotOpen, match="There is an appeal"):
        there.take("close", today=OPENED)


def test_a_closed_case_is_kept_for_six_years(there):
    there.take(
        "withdraw", withdrawn_by="applicant", safe="yes", pressed="no", notes="They move", today=OPENED
    )
    there.take("close", today=OPENED)
    assert last_day_kept(there.record()) == date(2032, 11, 19)
    assert tries_needed(there.record()) == 3


def test_the_applicant_may_still_be_asked_to_the_meeting(there):
    sittings.met(there)
    sittings.arrange(there)
    sittings.choose(there, "statement", "")
    assert there.record().latest("involvement_chosen").codes["part"] == "statement"


def test_what_is_held_is_owed_within_a_month_by_the_law(there):
    there.take("ask_for_own_information", person=f"person:{there.robin}", asked_by="letter")
    [owed] = [run for run in there.record().deadlines if run.clock == "own_information"]
    assert owed.due == date(2026, 12, 18)

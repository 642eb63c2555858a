"""The threshold is met today, and the police are asked for what they hold; their officer is signed in."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from casereview.people.models import Area
from casereview.process import take
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import THREE, World

FRIDAY = datetime(2026, 12, 18, 14, 0, tzinfo=UTC)


@beginning
def world():
    """The people, and no case yet."""
    return World()


@pytest.fixture
def officer(world):
    """An officer of the police."""
    return signed_in(world.officer)


@pytest.fixture
def friday(time_machine):
    time_machine.move_to(FRIDAY)


@beginning
def asked(friday, world):
    return asked_on_a_friday(world)


def asked_on_a_friday(world):
    """On Friday 18 December 2026 the police and the council are asked; the answers are due on Tuesday 29 December."""
    Area.objects.filter(pk="durham").update(phone="0191 496 0101", sender_name="Review office")
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"), today=timezone.localdate())
    answers = {"bodies": [world.police.holder, world.council.holder], "purpose": "For the review"}
    take(
        "ask_for_returns", viewer=world.cora, case=world.case, answers=answers, key="asked", at=timezone.now()
    )
    return world

"""Cora, a co-ordinator of County Durham, signed in; and the cases of `World`."""

import pytest
from django.test import Client

from casereview.people.models import User
from tests.beginnings import beginning
from tests.rooms.steps.conftest import World
from tests.signed_in import enter


def signed_in(viewer):
    """A browser in which this viewer is signed in."""
    return enter(Client(), User.objects.get(pk=int(viewer.holder.removeprefix("user:"))))


@beginning
def world():
    """The people, and no case yet."""
    return World()


@pytest.fixture
def cora(world):
    return signed_in(world.cora)


@pytest.fixture
def stranger(world):
    """A co-ordinator of another area."""
    return signed_in(world.stranger)


def ticket_in(response):
    """The signed ticket that the form of a step carries."""
    return response.content.decode().split('name="ticket" value="')[1].split('"')[0]

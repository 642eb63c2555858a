"""The pages of an area's rules are for its administrators alone."""

import pytest
from django.test import Client

from casereview.people.models import Membership, Proposal
from tests.rooms.interfaces.staff.rules.handing_in import NEW, RULES, propose
from tests.signed_in import area, enter, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(client, boss):
    proposal = propose(client)
    version = RULES + "2026-11-01/"
    there = [RULES, NEW, version, version + "text/", proposal, proposal + "text/"]
    return [*there, proposal + "confirm/", proposal + "withdraw/"]


def test_an_administrator_of_the_area_opens_every_page(addresses):
    theirs = person("dee@example.org")
    Membership.objects.create(user=theirs, role="administrator", area=area("durham"))
    dee = enter(Client(), theirs)
    assert {address: dee.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_nobody_else_opens_any(addresses):
    elsewhere = person("eve@example.org")
    Membership.objects.create(user=elsewhere, role="administrator", area=area("darlington"))
    for user in (elsewhere, person("kim@example.org", "coordinator")):
        other = enter(Client(), user)
        for address in addresses:
            assert other.get(address).status_code == 404, address
            assert other.post(address).status_code in (404, 405), address
    assert Client().get(RULES).url.startswith("/work/sign-in/")
    assert Proposal.objects.get().waits


def test_a_proposal_is_not_found_under_another_area(client, boss, addresses):
    elsewhere = addresses[4].replace("/durham/", "/darlington/")
    assert client.get(elsewhere).status_code == 404
    assert client.post(elsewhere + "confirm/").status_code == 404

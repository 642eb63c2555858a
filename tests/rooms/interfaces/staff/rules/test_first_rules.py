"""A new area begins with its first rules: handed in, checked at the line, shown in words, confirmed, set up."""

import os

import pytest
from django.test import Client
from django.urls import reverse

from casereview.people.models import Area, Membership, Proposal
from tests.rooms.interfaces.staff.rules.handing_in import NOW, day, file, typed, unchanged, words
from tests.signed_in import area, enter, person

pytestmark = pytest.mark.django_db
ADD, AREAS = reverse("settings:new_area"), reverse("settings:areas")
HELENS = NOW.replace('area = "County Durham"', 'area = "St Helens"').replace(
    "from = 2026-11-01", "from = 2025-06-01"
)
GIVEN = {"code": "st-helens", "text": HELENS}


def propose_first(client, **more):
    answer = client.post(ADD, {**GIVEN, **more})
    assert answer.status_code == 302, words(answer)
    return answer.url


def test_from_no_file_to_the_public_page(client, boss, folder):
    assert Client().get("/st-helens/").status_code == 404
    assert "Add an area" in words(client.get(AREAS))
    proposal = propose_first(client)
    said = words(client.get(proposal))
    assert "First rules of St Helens, from 1 June 2025" in said
    assert "Within 10 working days after the threshold is decided to be met" in said
    assert "First rules of st-helens , proposed by Boss" in words(client.get(AREAS))
    assert Client().get("/st-helens/").status_code == 404
    asked = words(client.get(proposal + "confirm/"))
    assert "Do you want to add St Helens, with rules from 1 June 2025?" in asked
    assert "The first day in these rules is Sunday 1 June 2025." in asked
    assert Proposal.objects.get().waits
    settings = client.post(proposal + "confirm/").url
    assert "Now fill in its contacts." in words(client.get(settings))
    assert 'value="St Helens"' in client.get(settings).content.decode()
    assert (folder / "st-helens.toml").read_text() == HELENS
    assert "St Helens" in words(Client().get("/"))
    assert "within 10 working days" in words(Client().get("/st-helens/"))


def test_every_fault_is_told_at_its_line_and_the_text_stays(client, boss, folder):
    wrong = HELENS.replace("at_least = 3", "at_least = 0", 1)
    line = wrong[: wrong.index("at_least = 0")].count("\n") + 1
    answer = client.post(ADD, {**GIVEN, "text": "", "file": file(wrong)})
    assert f"Line {line} route.individual.at_least: expected a number from 1" in words(answer)
    assert typed(answer)[0] == wrong
    assert 'value="st-helens"' in answer.content.decode()
    assert unchanged(folder)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"code": ""}, "Enter a short name"),
        ({"code": "St Helens"}, "Use small letters, figures and hyphens"),
        ({"code": "st-helens-2026-11-01"}, "Use small letters, figures and hyphens"),
        ({"code": "durham"}, "durham has rules already"),
        ({"code": "work"}, "the service itself has pages of this name"),
        ({"text": ""}, "Choose a file, or enter the text of the rules"),
        ({"text": NOW}, 'an area is called "County Durham" already, as durham.toml'),
        (day(1, 7, 2025), "The text says 1 June 2025, and here it is 1 July 2025"),
    ],
)
def test_what_cannot_be_an_area_is_refused_and_changes_nothing(client, boss, folder, given, why):
    answer = client.post(ADD, {**GIVEN, **given})
    assert why in words(answer)
    assert unchanged(folder)


@pytest.mark.parametrize(
    "given",
    [{"code": "st-helens-2"}, day(1, 6, 2025), {"text": HELENS.replace("2025-06-01", "2027-04-01")}],
    ids=["another short name", "the same day in both", "a day to come"],
)
def test_their_twins_are_taken(client, boss, given):
    propose_first(client, **given)


def test_the_day_is_put_into_the_text_on_demand(client, boss):
    client.post(ADD, {**GIVEN, **day(1, 7, 2025), "put_in": "yes"})
    assert Proposal.objects.get().text == HELENS.replace("2025-06-01", "2025-07-01")


def test_a_proposal_is_changed_or_discarded(client, boss, folder):
    proposal = propose_first(client)
    begun = client.get(f"{ADD}?begin={proposal.split('/')[-2]}")
    assert typed(begun)[0] == HELENS
    assert 'value="st-helens"' in begun.content.decode()
    assert client.post(proposal + "withdraw/").url == AREAS
    assert "Discarded or taken back" in words(client.get(ADD))
    assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]


def test_of_two_first_proposals_one_is_confirmed(client, boss, folder):
    one, other = propose_first(client), propose_first(client, text=HELENS + "# other\n")
    client.post(one + "confirm/")
    assert "rules of this area start on 2025-06-01 already" in words(client.get(other))
    assert "These rules cannot follow" in words(client.post(other + "confirm/"))
    assert (folder / "st-helens.toml").read_text() == HELENS


def test_they_are_taken_back_until_the_area_is_set_up(client, boss, folder):
    proposal = propose_first(client)
    client.post(proposal + "confirm/")
    assert "its public page goes too" in words(client.get(proposal + "withdraw/"))
    client.post(proposal + "withdraw/")
    assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
    again = propose_first(client, text=HELENS + "# again\n")
    client.post(again + "confirm/")
    Area.objects.create(code="st-helens")
    assert "Take these rules back" not in words(client.get(again))
    assert "It is too late: the area is set up" in words(client.post(again + "withdraw/"))
    assert (folder / "st-helens.toml").exists()


def test_a_checked_file_that_was_put_there_by_hand_is_confirmed(client, boss, folder):
    proposal = propose_first(client)
    (folder / "st-helens-2025-06-01.toml").write_bytes(client.get(proposal + "text/").content)
    assert client.post(proposal + "confirm/").status_code == 302
    assert not (folder / "st-helens.toml").exists()
    assert "within 10 working days" in words(Client().get("/st-helens/"))
    client.post(proposal + "withdraw/")
    assert Client().get("/st-helens/").status_code == 404


def test_only_an_administrator_of_the_whole_installation_adds_an_area(client, boss):
    proposal = propose_first(client)
    addresses = [ADD, proposal, *(proposal + page for page in ("text/", "confirm/", "withdraw/"))]
    theirs = person("dee@example.org")
    Membership.objects.create(user=theirs, role="administrator", area=area("durham"))
    for user in (theirs, person("kim@example.org", "coordinator")):
        other = enter(Client(), user)
        for address in addresses:
            assert other.get(address).status_code == 404, address
            assert other.post(address, GIVEN).status_code in (404, 405), address
    assert "Add an area" not in words(enter(Client(), theirs).get(AREAS))
    assert Client().get(ADD).url.startswith(reverse("account_login"))
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )
    assert client.get(proposal + "what-if/").status_code == 404  # there is no case to rerun
    assert Proposal.objects.get().waits

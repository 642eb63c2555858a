"""Proposed rules are compared, confirmed for their day, discarded, or taken back before it."""

import os
from datetime import datetime

import pytest
from django.test import Client

from casereview.people.models import Proposal
from tests.rooms.interfaces.staff.rules.handing_in import FAULTY, LATER, LONDON, RULES, propose, words
from tests.signed_in import enter

pytestmark = pytest.mark.django_db


def test_a_proposal_says_how_it_differs_and_nothing_is_applied(client, boss, folder):
    said = words(client.get(propose(client)))
    assert "differ in 2 points" in said  # the first day, and the clock
    assert "Within 15 working days after the threshold is decided to be met" in said
    assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
    assert "within 10 working days" in words(Client().get("/durham/"))


def test_confirming_asks_first_then_installs_for_their_day(client, boss, folder, time_machine):
    ask = propose(client) + "confirm/"
    asked = words(client.get(ask))
    assert "an application that is received on Thursday 1 April 2027 or later runs under these" in asked
    assert "Cases that were received before keep the rules that they have." in asked
    assert Proposal.objects.get().waits
    assert client.post(ask).url == RULES
    assert "These rules hold from Thursday 1 April 2027 on." in words(client.get(RULES))
    assert (folder / "durham-2027-04-01.toml").read_text() == LATER
    assert "within 10 working days" in words(Client().get("/durham/"))
    time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
    assert "within 15 working days" in words(Client().get("/durham/"))


def test_what_is_settled_is_not_settled_again(client, boss):
    proposal = propose(client)
    client.post(proposal + "confirm/")
    assert client.get(proposal + "confirm/").url == RULES
    assert "confirmed or discarded meanwhile" in words(client.post(proposal + "confirm/"))


def test_rules_that_were_overtaken_by_others_say_so_and_cannot_be_confirmed(client, boss, folder):
    first, other = propose(client), propose(client, LATER + "# other\n")
    assert "Confirm these rules" in words(client.get(other))
    client.post(first + "confirm/")
    said = words(client.get(other))
    assert "rules of this area start on 2027-04-01 already: expected a day after 2027-04-01." in said
    assert "Confirm these rules" not in said
    assert "These rules cannot follow" in words(client.post(other + "confirm/"))
    assert (folder / "durham-2027-04-01.toml").read_text() == LATER


@pytest.fixture
def unwritable():
    """The folder of schemes belongs to somebody else; a call gives it back."""

    def refused(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    broken = pytest.MonkeyPatch()
    broken.setattr("casereview.schemes.installing.tempfile.mkstemp", refused)
    yield broken.undo
    broken.undo()


def test_a_folder_that_cannot_be_written_is_told_with_what_to_do(client, boss, folder, unwritable):
    proposal = propose(client)
    said = words(client.post(proposal + "confirm/"))
    assert f"The folder {folder} cannot be written: Permission denied." in said
    assert "Download the checked file" in said
    assert client.get(proposal + "text/").content.decode() == LATER
    assert Proposal.objects.get().waits
    unwritable()
    assert client.post(proposal + "confirm/").status_code == 302
    assert (folder / "durham-2027-04-01.toml").read_text() == LATER


def test_the_checked_file_may_be_put_there_by_hand_and_is_then_confirmed(client, boss, folder, unwritable):
    proposal = propose(client)
    (folder / "durham-2027-04-01.toml").write_bytes(client.get(proposal + "text/").content)
    assert "Confirm these rules" in words(client.get(proposal))
    assert client.post(proposal + "confirm/").url == RULES
    assert "1 April 2027 To come Proposed by Boss, confirmed by Boss" in words(client.get(RULES))


def test_what_an_older_release_took_and_this_one_cannot_read_can_only_be_discarded(client, boss):
    proposal = propose(client)
    Proposal.objects.update(text=FAULTY.replace("area =", "aera ="))
    answer = client.get(proposal)
    assert answer.url == proposal + "withdraw/"
    assert "finds faults in these rules" in words(client.get(answer.url))
    client.post(answer.url)
    assert not Proposal.objects.get().waits


def test_a_proposal_is_discarded(client, boss, folder):
    ask = propose(client) + "withdraw/"
    assert "Do you want to discard the rules from 1 April 2027?" in words(client.get(ask))
    assert Proposal.objects.get().waits
    client.post(ask)
    assert "discarded by Boss" in words(client.get(RULES))
    assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]


def test_confirmed_rules_are_taken_back_before_their_day_and_not_on_it(client, boss, folder, time_machine):
    first = propose(client)
    client.post(first + "confirm/")
    assert "Do you want to take back the rules from 1 April 2027?" in words(client.get(first + "withdraw/"))
    client.post(first + "withdraw/")
    assert sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
    again = propose(client, LATER + "# again\n")
    client.post(again + "confirm/")
    time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
    enter(client, boss)
    assert "It is too late" in words(client.post(again + "withdraw/"))
    assert (folder / "durham-2027-04-01.toml").exists()


def test_organisations_that_the_area_does_not_have_are_told(client, boss):
    assert "does not have yet" not in words(client.get(propose(client)))
    changed = LATER.replace('code = "health"', 'code = "nhs"').replace('"Integrated care board"', '"The NHS"')
    said = words(client.get(propose(client, changed)))
    assert "organisations that the area does not have yet" in said
    assert "The NHS" in said

"""New rules hold once they are confirmed, from their day on; before it they may be taken back."""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from casereview.audit.models import Entry
from casereview.people import proposals
from casereview.people.changes import Refused
from casereview.people.models import Proposal
from casereview.schemes.load import by_name, newest
from tests.rooms.schemes.small import EVENTS, TEXT, scheme
from tests.signed_in import person

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
LATER = TEXT.replace("from = 2026-11-01", "from = 2027-04-01")
EVE = date(2027, 3, 31)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch, time_machine):
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    (tmp_path / "nowhere.toml").write_text(TEXT)
    time_machine.move_to(datetime(2026, 12, 4, 12, tzinfo=LONDON))
    return tmp_path


@pytest.fixture
def ann():
    return person("ann@example.org", "administrator")


@pytest.fixture
def ben():
    return person("ben@example.org", "administrator")


def proposed(ann, text=LATER):
    return proposals.propose(scheme(text), by=ann)


def confirm(proposal, by):
    return proposals.confirm(proposal, by=by, events=EVENTS)


def noted():
    return list(Entry.objects.filter(did__startswith="rules_").order_by("pk").values_list("by", "did"))


def test_proposed_rules_change_nothing(folder, ann):
    proposal = proposed(ann)
    assert (proposal.area, proposal.starts, proposal.text, proposal.waits) == (
        "nowhere",
        date(2027, 4, 1),
        LATER,
        True,
    )
    assert os.listdir(folder) == ["nowhere.toml"]
    assert newest("nowhere").starts == date(2026, 11, 1)
    assert proposed(ann).pk == proposal.pk  # pressed twice
    assert Proposal.objects.count() == 1


def test_confirmed_rules_hold_from_their_day_on_and_both_people_are_on_record(ann, ben):
    confirmed = confirm(proposed(ann), ben)
    assert by_name("nowhere", EVE).starts == date(2026, 11, 1)
    assert by_name("nowhere", date(2027, 4, 1)).text == LATER
    assert (confirmed.proposed_by, confirmed.confirmed_by) == (ann, ben)
    assert noted() == [(f"user:{ann.pk}", "rules_proposed"), (f"user:{ben.pk}", "rules_confirmed")]


def test_whoever_proposed_may_confirm(ann):
    assert confirm(proposed(ann), ann).confirmed_by == ann


def test_what_was_confirmed_or_discarded_is_not_confirmed_again(ann, ben):
    proposal = proposed(ann)
    stale = Proposal.objects.get()
    confirm(proposal, ann)
    with pytest.raises(Refused, match="confirmed or discarded meanwhile"):
        confirm(stale, ben)
    other = proposed(ann, LATER.replace("2027-04-01", "2027-05-01"))
    proposals.withdraw(other, by=ben)
    with pytest.raises(Refused, match="confirmed or discarded meanwhile"):
        confirm(other, ann)
    assert Proposal.objects.get(pk=proposal.pk).confirmed_by == ann


def test_two_versions_of_one_day_are_not_both_confirmed(ann):
    one, other = proposed(ann), proposed(ann, LATER + "# another\n")
    confirm(one, ann)
    with pytest.raises(Refused, match="start on 2027-04-01 already"):
        confirm(other, ann)
    assert newest("nowhere").digest == one.digest


def test_rules_whose_day_came_while_they_waited_are_not_confirmed(ann, time_machine):
    proposal = proposed(ann)
    time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
    with pytest.raises(Refused, match="expected 2027-04-02 or a later day"):
        confirm(proposal, ann)


def test_where_the_folder_cannot_be_written_the_proposal_stays(folder, ann, monkeypatch):
    proposal = proposed(ann)

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("casereview.schemes.installing.os.link", full)
    with pytest.raises(proposals.NotWritten, match="No space left on device"):
        confirm(proposal, ann)
    assert Proposal.objects.get().waits
    assert os.listdir(folder) == ["nowhere.toml"]


def test_a_file_that_was_put_there_by_hand_with_the_same_text_is_taken_as_installed(folder, ann):
    proposal = proposed(ann)
    (folder / "nowhere-2027-04-01.toml").write_text(LATER)
    assert confirm(proposal, ann).confirmed_by == ann


def test_confirmed_rules_are_taken_back_until_the_eve_of_their_day(ann, ben, time_machine):
    proposal = confirm(proposed(ann), ann)
    time_machine.move_to(datetime(2027, 3, 31, 23, 59, tzinfo=LONDON))
    assert proposals.withdraw(proposal, by=ben).withdrawn_by == ben
    assert newest("nowhere").starts == date(2026, 11, 1)
    assert [did for _by, did in noted()] == ["rules_proposed", "rules_confirmed", "rules_taken_back"]


def test_from_their_day_on_they_are_not_taken_back(ann, time_machine):
    proposal = confirm(proposed(ann), ann)
    time_machine.move_to(datetime(2027, 4, 1, 0, 0, tzinfo=LONDON))
    with pytest.raises(Refused, match="too late"):
        proposals.withdraw(proposal, by=ann)
    assert newest("nowhere").starts == date(2027, 4, 1)


def test_what_somebody_changed_in_the_folder_is_not_taken_out(folder, ann):
    proposal = confirm(proposed(ann), ann)
    (folder / "nowhere-2027-04-01.toml").write_text(LATER + "# mended by hand\n")
    with pytest.raises(proposals.NotWritten):
        proposals.withdraw(proposal, by=ann)
    assert Proposal.objects.get().withdrawn_at is None


def test_after_one_was_taken_back_another_of_the_same_day_may_come(ann):
    proposals.withdraw(confirm(proposed(ann), ann), by=ann)
    again = confirm(proposed(ann, LATER + "# better\n"), ann)
    assert newest("nowhere").digest == again.digest

"""Rules are handed in: every fault is told at its line, nothing typed is lost, and a faulty text changes nothing."""

import re

import pytest

from casereview.people.models import Proposal
from tests.rooms.interfaces.staff.rules.handing_in import (
    FAULTY,
    LATER,
    LINE,
    NEW,
    NOW,
    day,
    file,
    propose,
    typed,
    unchanged,
    words,
)

pytestmark = pytest.mark.django_db


def test_every_fault_is_told_at_its_line_and_the_text_stays(client, boss, folder):
    wrong = FAULTY.replace("at_least = 3", "at_least = 0", 1)
    answer = client.post(NEW, {"text": wrong})
    first = wrong[: wrong.index("at_least = 0")].count("\n") + 1
    said = words(answer)
    assert "2 faults are in the text" in said
    assert f"Line {first} route.individual.at_least: expected a number from 1" in said
    assert re.search(rf'Line {LINE} clock\.\w+\.starts: .*?Did you mean "threshold_met" \(', said)
    assert f'id="line-{LINE}"' in answer.content.decode()
    assert f'href="#line-{LINE}"' in answer.content.decode()
    assert typed(answer)[0] == wrong
    assert unchanged(folder)
    propose(client, typed(answer)[0].replace("treshold", "threshold").replace("at_least = 0", "at_least = 3"))


def test_a_file_is_read_into_the_box_and_mended_there(client, boss, folder):
    answer = client.post(NEW, {"file": file(FAULTY), "text": ""})
    assert typed(answer)[0] == FAULTY
    assert unchanged(folder)
    assert client.post(NEW, {"text": typed(answer)[0].replace("treshold", "threshold")}).status_code == 302
    assert Proposal.objects.get().text == LATER


def test_another_file_takes_the_place_of_a_text_that_nobody_touched(client, boss):
    text, seen = typed(client.post(NEW, {"file": file(FAULTY), "text": ""}))
    as_browsers_send = text.replace("\n", "\r\n")
    answer = client.post(NEW, {"file": file(LATER), "text": as_browsers_send, "seen": seen})
    assert answer.status_code == 302


def test_a_file_does_not_take_the_place_of_what_was_typed(client, boss, folder):
    text, seen = typed(client.post(NEW, {"file": file(FAULTY), "text": ""}))
    worked_on = text + "# an hour of work\n"
    answer = client.post(NEW, {"file": file(LATER), "text": worked_on, "seen": seen})
    assert "You changed the text below" in words(answer)
    assert typed(answer)[0] == worked_on
    assert unchanged(folder)


def test_the_ends_of_lines_are_a_files(client, boss):
    propose(client, LATER.replace("\n", "\r\n"))
    assert Proposal.objects.get().text == LATER


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Choose a file, or enter the text of the rules"),
        ({"file": file(b'area = "x"\n\xff')}, "Line 2 of the file is no UTF-8 text"),
        ({"file": file(b"#" * 600_000)}, "The file is too large"),
        ({"file": file(b"# much\n" * 20_000)}, "expected at most 131072"),
        ({"text": "area ="}, "this is not TOML: Invalid value"),
        ({"text": NOW}, "rules of this area start on 2026-11-01 already"),
        ({"text": LATER.replace("2027-04-01", "2026-12-04")}, "expected 2026-12-05 or a later day"),
        ({"text": LATER.replace('"County Durham"', '"Darlington"', 1)}, 'expected "County Durham"'),
    ],
    ids=[
        "nothing",
        "no text",
        "too large",
        "too long",
        "no TOML",
        "a day taken",
        "today",
        "another area",
    ],
)
def test_what_cannot_be_proposed_is_refused_and_changes_nothing(client, boss, folder, given, why):
    answer = client.post(NEW, given)
    assert why in words(answer)
    assert unchanged(folder)


@pytest.mark.parametrize(
    "given",
    [
        {"file": file(b"\xef\xbb\xbf" + LATER.encode())},
        {"text": LATER.replace("2027-04-01", "2026-12-05")},
    ],
    ids=["a file as some editors write it", "tomorrow"],
)
def test_their_twins_are_taken(client, boss, given):
    assert client.post(NEW, given).status_code == 302


def test_a_day_that_the_text_does_not_say_is_told_and_put_into_it_on_demand(client, boss, folder):
    given = {"text": LATER, **day(1, 5, 2027)}
    answer = client.post(NEW, given)
    assert "The text says 1 April 2027, and here it is 1 May 2027" in words(answer)
    assert unchanged(folder)
    client.post(NEW, {**given, "put_in": "yes"})
    assert Proposal.objects.get().text == LATER.replace("2027-04-01", "2027-05-01")
    assert "from = 2027-05-01  # as agreed" in Proposal.objects.get().text


def test_the_same_day_in_both_is_taken(client, boss):
    propose(client, **day(1, "April", 2027))


def test_one_begins_with_the_rules_in_force_or_with_a_proposal(client, boss):
    assert typed(client.get(NEW))[0] == ""
    assert typed(client.get(NEW + "?begin=in-force"))[0] == NOW
    number = propose(client).split("/")[-2]
    assert typed(client.get(f"{NEW}?begin={number}"))[0] == LATER
    assert typed(client.get(f"{NEW}?begin={number}0"))[0] == ""

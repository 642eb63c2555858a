"""An area's rules in words, as their text, and which of them hold from when until when."""

from datetime import datetime

import pytest
from django.urls import reverse

from tests.rooms.interfaces.staff.rules.handing_in import FAULTY, LATER, LONDON, NOW, RULES, propose, words
from tests.signed_in import enter

pytestmark = pytest.mark.django_db
SETTINGS = [("settings:areas",), ("settings:area", "durham")]


def test_the_rules_are_said_in_words_with_their_sources_and_our_readings(client, boss):
    said = words(client.get(RULES + "2026-11-01/"))
    assert "Within 10 working days after the threshold is decided to be met" in said
    assert "Source: When can I use the community trigger?, first point" in said
    assert "Our reading Not on the page: Whose reports add up (route.individual.whose): Those of one" in said
    assert "People who live together are troubled by the same problem" in said


def test_the_text_is_downloaded_to_the_letter(client, boss):
    answer = client.get(RULES + "2026-11-01/text/")
    assert answer.content.decode() == NOW
    assert 'filename="durham-2026-11-01.toml"' in answer["Content-Disposition"]
    assert client.get(RULES + "2026-11-02/text/").status_code == 404


def test_versions_say_from_when_until_when(client, boss, time_machine):
    client.post(propose(client) + "confirm/")
    said = words(client.get(RULES))
    assert "From 1 April 2027 To come Proposed by Boss, confirmed by Boss on 4 December 2026." in said
    assert "Download 1 April 2027 Take back" in said
    assert "From 1 November 2026 In force Until 31 March 2027. A file in the folder of schemes." in said
    time_machine.move_to(datetime(2027, 4, 1, 0, 1, tzinfo=LONDON))
    enter(client, boss)
    said = words(client.get(RULES))
    assert "1 April 2027 In force" in said
    assert "From 1 November 2026 Before Until 31 March 2027." in said


def test_a_file_that_somebody_broke_in_the_folder_is_told_with_its_lines(client, boss, folder):
    (folder / "durham-2027-04-01.toml").write_text(FAULTY.replace("at_least = 3", "at_least = 0", 1))
    said = words(client.get(RULES))
    assert "cannot be read" in said
    assert "durham-2027-04-01.toml:20: route.individual.at_least: expected a number from 1" in said
    settings = [words(client.get(reverse(name, args=args))) for name, *args in SETTINGS]
    assert "Durham Stands still: its rules cannot be read" in settings[0]
    assert "Darlington Stands still" not in settings[0]
    assert "This area stands still: its rules cannot be read" in settings[1]
    (folder / "durham-2027-04-01.toml").write_text(LATER)
    assert not any(
        "cannot be read" in words(client.get(reverse(name, args=args))) for name, *args in SETTINGS
    )
    assert "From 1 April 2027 To come A file in the folder of schemes." in words(client.get(RULES))

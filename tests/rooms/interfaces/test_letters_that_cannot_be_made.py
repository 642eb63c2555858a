"""A letter that cannot be made takes no page with it, and nothing that was typed; the page says what to do."""

from pathlib import Path

import pytest
from django.utils import timezone

from casereview.letters import pdf, prose_file
from casereview.letters.values import VALUES
from tests.beginnings import beginning
from tests.live_area import live_area
from tests.rooms.interfaces.applicant.conftest import apply_as, come_in, record_of, work
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import THREE, World

pytestmark = pytest.mark.usefixtures("db")
POST = {"method": "post", "value": "1 The Street\nDurham", "seen_by_others": "no"}


@beginning
def world():
    return World()


@pytest.fixture
def cora(world):
    return signed_in(world.cora)


@pytest.fixture
def broken(monkeypatch):
    """What the letters of decision and acknowledgement name and nobody defines any more."""
    for name in ("reasons", "received_on"):
        monkeypatch.delitem(VALUES, name)


@pytest.fixture
def no_style(monkeypatch):
    """A file that every PDF needs is gone."""
    monkeypatch.setattr(pdf, "STYLES", Path("/nowhere/letter.css"))


def address(world):
    letter = world.record().letters[-1]
    return f"/work/cases/{world.case.reference}/letters/{letter.pk}"


def test_the_page_of_the_letter_says_what_to_do(world: World, cora, broken):
    world.apply(people=[person(POST)])
    shown = cora.get(address(world) + "/")
    assert shown.status_code == 200
    text = shown.content.decode()
    assert "This letter cannot be made at the moment." in text
    assert "Print it (PDF)" not in text
    assert "Record that a letter was posted" not in text
    assert "Cancel a letter" in text


def person(*contacts):
    return {"roles": ["applicant", "victim"], "name": "Robin", "contacts": list(contacts)}


def test_a_letter_that_can_be_made_says_nothing_of_it(world: World, cora):
    world.apply()
    text = cora.get(address(world) + "/").content.decode()
    assert "cannot be made" not in text
    assert "app-letter" in text
    answer = cora.get(address(world) + ".pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")


def test_its_pdf_is_a_plain_page(world: World, cora, broken):
    world.apply()
    shown = cora.get(address(world) + ".pdf")
    assert shown.status_code == 503
    assert "This letter cannot be made as a PDF at the moment." in shown.content.decode()


def test_a_pdf_that_fails_leads_back_to_the_letter(world: World, cora, no_style):
    world.apply()
    shown = cora.get(address(world) + ".pdf")
    assert shown.status_code == 503
    assert f'href="{address(world)}/"' in shown.content.decode()
    assert cora.get(address(world) + "/").status_code == 200


def test_a_letter_whose_file_is_gone_takes_no_page_of_the_case_with_it(world: World, cora, monkeypatch):
    case = world.apply()
    found = {key: file for key, file in prose_file.all_prose().items() if key[0] != "acknowledgement"}
    monkeypatch.setattr(prose_file, "all_prose", lambda: found)
    root = f"/work/cases/{case.reference}/"
    pages = ("", "letters/", "history/", f"letters/{world.record().letters[-1].pk}/", "do/cancel_letter/")
    assert [cora.get(root + each).status_code for each in pages] == [200] * 5


def test_a_step_whose_letter_cannot_be_made_can_be_taken_and_loses_nothing(world: World, cora, broken):
    world.apply(*THREE[:1])
    world.proposed()
    form = f"/work/cases/{world.case.reference}/do/decide_threshold/"
    typed = {"ticket": ticket_in(cora.get(form)), **world.decision(silent_reason="x", statute_reason="x")}
    asked = cora.post(form, typed).content.decode()
    assert "cannot be made at the moment. You can go on" in asked
    assert "We looked at all of it" in asked
    assert cora.post(form, {**typed, "confirmed": "yes"}).status_code == 302
    assert world.record().has("threshold_not_met")


@pytest.mark.parametrize("step", ["post_letter", "read_aloud"])
def test_nobody_records_that_a_letter_went_which_does_not_exist(world: World, cora, monkeypatch, step):
    world.apply(people=[person(POST)])
    work()  # held, to be posted
    form = f"/work/cases/{world.case.reference}/do/{step}/"
    typed = {"ticket": ticket_in(cora.get(form)), "letter": str(world.record().letters[-1].pk)}
    today = timezone.localdate()
    typed |= {"on-day": today.day, "on-month": today.month, "on-year": today.year}
    kept = VALUES["received_on"]
    monkeypatch.delitem(VALUES, "received_on")
    refused = cora.post(form, typed)
    assert "This letter cannot be made at the moment. It stays where it is" in refused.content.decode()
    assert not world.record().has("letter_sent")
    monkeypatch.setitem(VALUES, "received_on", kept)
    assert cora.post(form, typed).status_code == 302
    assert world.record().has("letter_sent")


def test_the_applicants_pdf_is_a_plain_page_that_leads_to_the_letter(client, no_style):
    live_area()
    robin = apply_as("Robin", "robin@example.org")
    work()
    come_in(client, robin)
    letter = f"/my/letters/{record_of(robin).letters[0].pk}/"
    client.post(letter)
    shown = client.get(letter + "letter.pdf")
    assert shown.status_code == 503
    text = shown.content.decode()
    assert "We cannot make the PDF at the moment" in text
    assert f'href="{letter}"' in text
    assert client.get(letter).status_code == 200

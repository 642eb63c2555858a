"""Rules that start next month change nothing today, and everything on their day."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from casereview.cases import drafts
from casereview.components.brand import brand_of
from casereview.people.changes import set_up_bodies
from casereview.people.models import Area
from tests.live_area import live_area
from tests.rooms.interfaces.public.test_guidance import read

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
CHANGED = {
    "from = 2026-11-01": "from = 2026-12-01",
    "length = { working_days = 10 }": "length = { working_days = 15 }",
    "at_least = 3": "at_least = 4",
    'colour = "#1d4f6e"': 'colour = "#5a1d6e"',
    "draft_lasts = { days = 28 }": "draft_lasts = { days = 7 }",
    '    "disability",\n': "",
    'code = "health"': 'code = "nhs"',
    'area = "County Durham"': 'area = "The County of Durham"',
}


@pytest.fixture
def at(tmp_path, monkeypatch, time_machine):
    """A call moves to noon of a day; from 1 December other rules are in force."""
    text = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
    (tmp_path / "durham.toml").write_text(text)
    for before, after in CHANGED.items():
        assert before in text
        text = text.replace(before, after)
    (tmp_path / "durham-2026-12-01.toml").write_text(text)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    return lambda month, day: time_machine.move_to(datetime(2026, month, day, 12, tzinfo=LONDON), tick=False)


BOTH_DAYS = pytest.mark.parametrize(
    ("day", "new"), [((11, 30), False), ((12, 1), True)], ids=["the day before", "the day itself"]
)


@BOTH_DAYS
def test_the_public_page_and_the_list_of_areas(at, day, new):
    at(*day)
    page = read("/durham/")
    assert ("within 15 working days after it was decided" in page) is new
    assert ("within 10 working days after it was decided" in page) is not new
    assert ("The County of Durham" in read("/")) is new


@BOTH_DAYS
def test_the_eligibility_check(at, day, new):
    at(*day)
    asked = Client().get("/durham/check/2").content.decode()
    assert ("4 or more" in asked) is new
    assert ("3 or more" in asked) is not new


@BOTH_DAYS
def test_the_form(at, day, new):
    at(*day)
    draft = drafts.begin("durham", timezone.now())
    assert (draft.expires_at - timezone.now()).days == (7 if new else 28)
    live_area()
    client = Client()
    client.post("/durham/request/who", {"asking_for": "me"})
    offered = re.findall(r'value="(\w+)"', client.get("/durham/request/because").content.decode())
    assert "race" in offered
    assert ("disability" in offered) is not new


@BOTH_DAYS
def test_the_look_and_the_bodies(at, day, new):
    at(*day)
    assert brand_of("durham").colour == ("#5a1d6e" if new else "#1d4f6e")
    bodies = {body.code for body in set_up_bodies(Area.objects.create(code="durham"))}
    assert ("nhs" in bodies) is new
    assert ("health" in bodies) is not new

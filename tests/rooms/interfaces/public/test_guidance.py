"""The guidance says what the area's rules say, and shows only the contacts that are known."""

import gzip
import re

import pytest
from django.conf import settings
from django.test import Client

from casereview.people.models import Area

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/",
    "/durham/",
    "/darlington/",
    "/before-you-start",
    "/accessibility",
    "/privacy",
    "/cookies",
    "/durham/check/1",
]


def read(address):
    page = Client().get(address)
    assert page.status_code == 200
    words = re.sub(r"<[^>]+>", " ", page.content.decode().split("<body")[1])
    return " ".join(words.split())


def test_both_areas_of_the_installation_can_be_chosen():
    assert "County Durham Darlington" in read("/")


def test_a_file_that_somebody_broke_keeps_nobody_from_the_other_areas(tmp_path, monkeypatch):
    (tmp_path / "durham.toml").write_text((settings.BASE_DIR / "schemes" / "durham.toml").read_text())
    (tmp_path / "st-helens.toml").write_text("area = ")
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    assert "County Durham St Helens" in read("/")
    assert "call 999" in read("/durham/")


def test_durhams_promises():
    page = read("/durham/")
    for promise in (
        "You have reported three separate incidents relating to the same problem in the past six months",
        "At least five people have made reports about the same problem in the past six months",
        "pregnancy or maternity",
        "support from the victims care and advice service",
        "Who co-ordinates requests: Office of the Police and Crime Commissioner.",
        "The office liaises with the relevant community safety partnerships.",
        "Give your reasons in writing.",
        "The appeal goes to: Police and Crime Commissioner. It can be made by e-mail, by phone or by post.",
        "An independent chair leads the review.",
        "within 10 working days after it was decided that there will be one",
        "within 5 working days after the meeting",
        "a written statement, which is read out",
        "Up to 14 days after you are told in writing that your action plan is completed",
        "Up to 14 days after you are told in writing that there is no review this time",
        "within 14 days after the hearing",
        "complaints procedures",
        "call 999",
        "0191 3752001",
        "Aykley Heads",
    ):
        assert promise in page, promise


def test_a_changed_rule_changes_the_page(tmp_path, monkeypatch):
    text = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
    changed = text.replace("length = { working_days = 10 }", "length = { working_days = 15 }").replace(
        "at_least = 3", "at_least = 4"
    )
    (tmp_path / "durham.toml").write_text(changed)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    assert "within 15 working days after it was decided" in read("/durham/")
    assert "10 working days" not in read("/durham/")
    client = Client()
    assert "4 or more" in client.get("/durham/check/2").content.decode()


def test_an_area_that_is_not_live_offers_its_other_ways_and_no_form():
    page = Client().get("/durham/").content.decode()
    assert "You cannot ask on this website yet" in page
    assert "/durham/request/" not in page


def test_a_live_area_offers_the_form(monkeypatch):
    Area.objects.create(
        code="durham", name="County Durham", email="reviews@example.org", phone="01632 960001"
    )
    monkeypatch.setattr(Area, "live", True)
    page = Client().get("/durham/").content.decode()
    assert 'href="/durham/request/"' in page
    assert "reviews@example.org" in page
    assert "01632 960001" in page
    assert "0191 3752001" not in page


def test_an_unknown_area_is_not_found():
    assert Client().get("/atlantis/").status_code == 404


@pytest.mark.parametrize("address", PUBLIC)
def test_every_public_page(address):
    html = Client().get(address).content.decode()
    assert len(gzip.compress(html.encode())) < 30_000
    assert "style=" not in html
    assert not re.findall(r"<script(?![^>]*\bsrc=)", html)
    assert not re.findall(r'(?:src|action)="(?:https?:)?//', html)
    assert not re.findall(r'<link[^>]+href="(?:https?:)?//', html)
    first_button = re.search(r"<(?:button|a)\b[^>]*>([^<]*)", html.split("<body")[1])
    assert first_button[1] == "Exit this page"


@pytest.mark.parametrize("address", ["/durham/check/1", "/durham/check/6"])
def test_from_the_first_question_on_the_title_tells_nothing(address):
    title = re.search("<title>(.*?)</title>", Client().get(address).content.decode())[1]
    assert re.fullmatch(r"Question \d of 6 – Request a review", title)


def test_an_areas_colour_is_a_file_of_its_own():
    Area.objects.create(code="durham", colour="#123456")
    assert (
        Client().get("/brand/durham.css").content == b":root{--area-colour:#123456;--area-on-colour:#fff}\n"
    )
    assert 'href="/brand/durham.css"' in Client().get("/durham/").content.decode()
    assert Client().get("/brand/atlantis.css").status_code == 404

"""Where somebody broke an area's file its pages say plainly what to do, and nobody has to start anything again."""

import shutil

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from casereview.cases.way_in import code_of
from casereview.components.brand import brand_of
from casereview.people.models import Area
from tests.live_area import live_area
from tests.rooms.interfaces.applicant.conftest import apply_as
from tests.signed_in import enter, person

PAGES = ("/durham/", "/durham/check/1", "/durham/request/", "/durham/request/who", "/durham/figures")
OF_ALL = ("/", "/darlington/", "/darlington/check/1", "/privacy", "/accessibility", "/before-you-start")
BROKEN = "at_least = 3", 'at_least = "three"'


@pytest.fixture
def folder(tmp_path, monkeypatch, db):
    for area in ("durham", "darlington"):
        shutil.copy(settings.BASE_DIR / "schemes" / f"{area}.toml", tmp_path)
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    live_area()
    live_area("darlington", "Darlington")
    return tmp_path


@pytest.fixture
def broken(folder):
    """Durham's file, with a number that is none; a call mends it."""
    file = folder / "durham.toml"
    whole = file.read_text()
    file.write_text(whole.replace(*BROKEN, 1))
    return lambda: file.write_text(whole)


@pytest.mark.parametrize("page", PAGES)
def test_its_pages_say_what_to_do_until_it_is_mended(broken, page):
    answer = Client().get(page)
    assert answer.status_code == 503
    words = answer.content.decode()
    assert "This service is not available just now" in words
    assert "the pages for County Durham do not work" in words
    assert "Call us on 01632 960 001." in words
    assert "call 999" in words
    assert "three" not in words  # what is wrong in the file is nothing for the public
    broken()
    assert Client().get(page, follow=True).status_code == 200


@pytest.mark.parametrize("page", OF_ALL)
def test_pages_of_other_areas_and_of_all_go_on(broken, page):
    assert Client().get(page).status_code == 200


def test_without_a_phone_it_names_another_way(broken):
    durham = Area.objects.filter(code="durham")
    durham.update(phone="")
    assert "Write to us: office@example.org." in Client().get("/durham/").content.decode()
    durham.update(email="")
    assert "1 Office Street" in Client().get("/durham/").content.decode()
    durham.update(address="")
    assert "the police by calling 101" in Client().get("/durham/").content.decode()


def test_what_was_sent_stands_in_a_form_to_send_again(broken):
    answer = Client().post("/durham/request/what", {"problem": "They shout every night", "password": "x"})
    assert answer.status_code == 503
    words = answer.content.decode()
    assert 'name="problem" value="They shout every night"' in words
    assert "Send it again" in words
    assert 'name="password"' not in words


def test_who_has_asked_already_reads_their_page_all_the_same(folder):
    robin = apply_as("Robin", "robin@example.org")
    file = folder / "durham.toml"
    file.write_text(file.read_text().replace(*BROKEN, 1))
    way_in = {"reference": robin.reference, "code": code_of(robin.person)}
    page = Client().post("/my/link", way_in, follow=True)
    assert (page.status_code, page.request["PATH_INFO"]) == (200, "/my/")
    assert robin.reference in page.content.decode()


def test_the_way_out_leads_away_all_the_same(broken):
    Area.objects.filter(code="durham").update(exit_to="https://weather.example/")
    answer = Client().post("/durham/request/what?leave=durham", {"problem": "They shout"})
    assert answer["Refresh"] == "0;url=https://weather.example/"
    assert brand_of("durham").name == "County Durham"


def test_the_log_and_the_rules_page_name_the_fault_at_its_line(broken, folder, caplog):
    line = next(
        number
        for number, text in enumerate((folder / "durham.toml").read_text().splitlines(), start=1)
        if text == BROKEN[1]
    )
    Client().get("/durham/")
    assert f"durham.toml:{line}: route.individual.at_least" in caplog.text
    boss = enter(Client(), person("boss@example.org", "administrator"))
    page = boss.get(reverse("settings:rules", args=["durham"])).content.decode()
    assert f"durham.toml:{line}: route.individual.at_least" in page

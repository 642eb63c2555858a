"""The guidance of areas whose pages say other things than Durham's, in words that follow from their rules alone."""

import re

import pytest
from django.conf import settings
from django.test import Client

from casereview.schemes.load import all_areas
from tests.rooms.interfaces.public.test_guidance import read

pytestmark = pytest.mark.django_db
EXAMPLES = settings.BASE_DIR / "schemes" / "examples"
AREAS = sorted({re.sub(r"-\d{4}-\d\d-\d\d$", "", path.stem) for path in EXAMPLES.glob("*.toml")})


@pytest.fixture(autouse=True)
def examples(monkeypatch):
    monkeypatch.setenv("SCHEMES_DIR", str(EXAMPLES))


def test_all_of_them_can_be_chosen():
    assert list(all_areas()) == AREAS
    assert len(AREAS) == 31


@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_a_page_that_reads_whole_and_says_that_it_is_an_example(area):
    page = read(f"/{area}/")
    assert "It is not that area’s current scheme" in page
    for fault in ("None", " ,", "the the ", "()", "[]", "{", "_"):
        assert fault not in page.partition("Skip to main content")[2], fault
    steps = [f"/{area}/check/{step}" for step in (1, 2)]
    assert [Client().get(step).status_code in (200, 302) for step in steps] == [True, True]


@pytest.mark.parametrize(
    ("area", "promises"),
    [
        ("richmond-upon-thames", ["The review is held within 28 working days after your request arrives."]),
        (
            "stockton-on-tees",
            [
                "with the reasons, within 3 working days after all organisations have answered",
                "Within 2 working days, it is not said from when: the request is passed to the organisations.",
                "Say why you disagree. The appeal goes to: local authority.",
                "Up to 10 working days after you get the action plan.",
                "You will be asked to agree that the appeal is passed on to those who hear it.",
            ],
        ),
        ("watford", ["with the reasons, at the next meeting of the group that assesses the requests"]),
        (
            "hull",
            [
                "This area’s page does not say how many reports are needed.",
                "you can appeal once more. That is heard by the Police and Crime Commissioner.",
            ],
        ),
        ("suffolk", ["You cannot appeal while the action plan is still being carried out."]),
        (
            "brighton-and-hove",
            ["A report counts once it is 1 week old.", "more than one household or business is affected"],
        ),
        ("plymouth", ["And at least 1 report, motivated by hate.", "further actions are available"]),
        ("wakefield", ["in the 3 months up to the day of the request"]),
        ("ashfield", ["in the 6 months from the first incident on"]),
        ("dorset", ["One person must have made all of the reports."]),
    ],
)
def test_its_own_rules_stand_on_it(area, promises):
    page = read(f"/{area}/")
    for promise in promises:
        assert promise in page, promise


@pytest.mark.parametrize(
    ("area", "silent"),
    [
        ("sunderland", "The part of this area’s page that was seen"),
        ("stafford", "This area’s page"),
        ("gravesham", "The part of this area’s page that was seen"),
    ],
)
def test_no_appeal_is_promised_where_the_page_has_none(area, silent):
    page = read(f"/{area}/")
    assert "You can appeal" not in page
    assert f"{silent} does not say what happens if you disagree. The law asks" in page


def test_an_area_with_rules_of_its_own_is_no_example(monkeypatch):
    monkeypatch.delenv("SCHEMES_DIR")
    assert "This is an example" not in read("/durham/")

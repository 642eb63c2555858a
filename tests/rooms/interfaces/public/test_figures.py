"""What anybody reads of the figures: pages, files, and files about files."""

import csv
import io
import json
from datetime import date

import pytest
from csvw import CSVW
from django.conf import settings
from django.test import Client
from jsonschema import Draft202012Validator

from casereview.people.viewer import SYSTEM
from casereview.statistics import releases
from casereview.statistics.models import PastYear
from tests.rooms.interfaces.public.test_guidance import read
from tests.rooms.statistics.conftest import YEAR, Office
from tests.rooms.statistics.test_releases import NOW

pytestmark = pytest.mark.django_db
ADDRESS = "/durham/figures/2025-04-01/1"


@pytest.fixture
def office():
    """Seven applications, six of them online; one refusal."""
    office = Office()
    for _application in range(6):
        office.case(("application_received", date(2025, 6, 2), {"channel": "web"}))
    office.case(
        ("application_received", date(2025, 6, 2), {"channel": "post"}),
        ("threshold_not_met", date(2025, 6, 9), {"bodies": []}),
    )
    return office


def publish(**more):
    return releases.publish(releases.draft("durham", YEAR, SYSTEM, at=NOW, **more), SYSTEM, NOW)


def test_before_anything_is_published_the_page_says_so():
    Office()
    assert "No figures have been published here yet." in read("/durham/figures")


def test_the_guidance_leads_there():
    Office()
    assert 'href="/durham/figures"' in Client().get("/durham/").content.decode()


def test_the_four_totals_stand_there_small_or_not_and_none_is_said(office):
    publish()
    page = read("/durham/figures")
    assert "Requests for a review Period Number April 2025 to March 2026 7" in page
    assert "Decisions that there would be no review Period Number April 2025 to March 2026 1" in page
    assert "Reviews carried out Period Number April 2025 to March 2026 none" in page


def test_a_release_hides_small_numbers_and_says_none_where_there_are_none(office):
    publish()
    page = read(ADDRESS)
    assert "Online form not shown" in page
    assert "Post not shown" in page
    assert "Phone none" in page
    assert "How appeals ended None this period." in page
    assert "Counted on 10 April 2026, published on 10 April 2026." in page


def test_a_corrected_release_leads_to_its_correction_and_back(office):
    first = publish()
    publish(corrects=first, reason="A letter had lain unopened.")
    assert "These figures have been corrected." in read(ADDRESS)
    later = read("/durham/figures/2025-04-01/2")
    assert "Why: A letter had lain unopened." in later
    assert "See what was published before" in later
    assert 'href="/durham/figures/2025-04-01/2"' in Client().get("/durham/figures").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/durham/figures/2025-04-01/2",
        "/durham/figures/2025-04-02/1",
        "/durham/figures/x/1",
        "/nowhere/figures",
    ],
)
def test_what_was_not_published_is_not_there(office, address):
    publish()
    assert Client().get(address).status_code == 404


def test_years_published_by_hand_are_shown_as_they_were(office):
    told = {"area": "durham", "place": 1, "source": "https://example.org/figures"}
    PastYear.objects.create(period="2023/24", applications=9, reviews=2, with_recommendations=3, **told)
    page = read("/durham/figures")
    assert "2023/24 9" in page
    assert "2023/24 not published" in page
    assert "These numbers do not fit together. We have not changed them." in page


def test_pages_and_files_may_be_kept_by_anybody(office):
    publish()
    for address in ("/durham/figures", ADDRESS, f"{ADDRESS}.csv", f"{ADDRESS}.json"):
        answer = Client().get(address)
        assert answer["Cache-Control"].startswith("public, max-age=")
        assert not answer.cookies


def test_csv_and_json_hold_the_same_numbers(office):
    publish()
    table = list(csv.DictReader(io.StringIO(Client().get(f"{ADDRESS}.csv").content.decode(), newline="")))
    told = Client().get(f"{ADDRESS}.json").json()
    assert (told["area"], told["from"], told["to"], told["hidden_under"]) == (
        "durham",
        "2025-04-01",
        "2026-03-31",
        5,
    )
    as_text = [{**row, "value": row["value"] if row["value"] is not None else ""} for row in told["numbers"]]
    as_text = [
        {name: str(value) for name, value in row.items()} | {"hidden": str(row["hidden"]).lower()}
        for row in as_text
    ]
    assert table == as_text
    assert {row["cell"]: row["value"] for row in table if row["table"] == "totals"} == {
        "applications": "7",
        "not_met": "1",
        "reviews": "0",
        "with_recommendations": "0",
    }
    assert {
        row["hidden"] for row in table if row["table"] == "channels" and row["cell"] in ("web", "post")
    } == {"true"}


def test_files_are_the_same_in_every_language(office):
    publish()
    for name in ("1.csv", "1.json", "1.csv-metadata.json"):
        address = ADDRESS.removesuffix("1") + name
        in_welsh = Client(headers={"Accept-Language": "cy"}).get(address)
        assert in_welsh.content == Client().get(address).content


def test_pages_ask_the_database_as_often_however_much_was_published(office, django_assert_max_num_queries):
    publish()
    for place in range(12):
        told = {"area": "durham", "place": place, "source": "https://example.org/figures"}
        PastYear.objects.create(period=f"{2000 + place}/{place + 1:02}", applications=1, **told)
    for address in ("/durham/figures", ADDRESS):
        with django_assert_max_num_queries(11):  # on PostgreSQL one of them changes to the role that counts
            Client().get(address)


def test_json_is_as_its_schema_says(office):
    publish()
    told = Client().get(f"{ADDRESS}.json").json()
    where = told["$schema"].removeprefix(settings.SERVICE_URL)
    rules = Draft202012Validator(
        Client().get(where).json(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert list(rules.iter_errors(told)) == []
    assert [error.validator for error in rules.iter_errors({**told, "version": 0})] == ["minimum"]


class TestCsvOnTheWeb:
    """Read by a program that shares no code with the one that writes."""

    def saved(self, folder):
        for name in ("1.csv", "1.csv-metadata.json"):
            (folder / name).write_bytes(Client().get(f"{ADDRESS.removesuffix('1')}{name}").content)
        return folder / "1.csv-metadata.json"

    def test_the_description_is_valid_and_the_table_is_as_it_says(self, office, tmp_path):
        publish()
        read = CSVW(str(self.saved(tmp_path)), validate=True)
        assert [str(warning.message) for warning in read.warnings] == []
        assert read.is_valid
        values = {row["cell"]: row["value"] for row in read.tables[0] if row["table"] == "totals"}
        assert int(values["applications"]) == 7

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [
            (",7,false", ",seven,false"),
            (",false,1", ",perhaps,1"),
            ("totals,all,not_met", "totals,all,applications"),
        ],
    )
    def test_a_table_that_is_not_as_it_says_is_noticed(self, office, tmp_path, right, wrong):
        publish()
        described = self.saved(tmp_path)
        table = tmp_path / "1.csv"
        assert right in table.read_text()
        table.write_text(table.read_text().replace(right, wrong, 1))
        with pytest.raises((AssertionError, ValueError)):
            assert CSVW(str(described), validate=True).is_valid

    def test_it_is_found_where_the_standard_looks_for_it(self, office):
        publish()
        told = json.loads(Client().get(f"{ADDRESS}.csv-metadata.json").content)
        assert told["url"] == "1.csv"
        assert Client().get(f"{ADDRESS}.csv")["Content-Type"].startswith("text/csv")

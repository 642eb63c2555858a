"""Applications by district: counted by hand, hidden where small, and nowhere in an area that names no districts."""

from datetime import date

import pytest

from casereview.people.models import Area
from casereview.people.viewer import SYSTEM
from casereview.statistics import releases
from casereview.statistics.figures.districts import not_stated
from casereview.wording.figures import cell_words
from tests.rooms.statistics.conftest import YEAR, Office
from tests.rooms.statistics.test_releases import NOW

SUMMER, NEXT_YEAR = date(2025, 6, 2), date(2026, 4, 2)


def applied(office, *said, on=SUMMER):
    """A case whose district was said so often, always after the year was over."""
    case = office.case(("application_received", on, {"channel": "web"}))
    before = None
    for name in said:
        before = office.fact(case, "district_named", NEXT_YEAR, {"district": name}, corrects=before)
    return case


def districts(office):
    return [table for table in office.counted().tables if table.code == "districts"]


@pytest.fixture
def named(office):
    """The office, its area having three districts."""
    Area.objects.filter(pk="durham").update(districts="Wear Valley\nEasington\nTeesdale")
    return office


def test_each_application_is_under_what_was_last_said_of_its_case(named):
    for said in ("Easington", "Easington", "several", "outside", "not_known"):
        applied(named, said)
    applied(named, "Easington", "outside", "Teesdale")
    applied(named)
    named.case(("transferred_in", SUMMER, {}), ("district_named", NEXT_YEAR, {"district": "Teesdale"}))
    applied(named, "Easington", on=NEXT_YEAR)  # its application came after the year
    assert named.table("districts") == {
        "": {"Easington": 2, "Teesdale": 2, "several": 1, "outside": 1, "not_known": 1, "not_stated": 1}
    }
    assert named.totals()[0] == 8
    assert not_stated(named.counted()) == 1


def test_names_stand_in_the_areas_order_then_those_of_before_with_noughts(named):
    applied(named, "Weardale")
    ((line,),) = [table.lines for table in districts(named)]
    assert list(line.cells.items()) == [
        ("Wear Valley", 0),
        ("Easington", 0),
        ("Teesdale", 0),
        ("Weardale", 1),
        ("several", 0),
        ("outside", 0),
        ("not_known", 0),
        ("not_stated", 0),
    ]
    words = [cell_words("districts", code) for code in line.cells]
    assert words[3:] == [
        "Weardale",
        "In several districts",
        "Outside the area",
        "Not known",
        "Not yet stated",
    ]


def test_an_area_that_names_none_has_no_such_table(office):
    applied(office, "Easington")
    assert districts(office) == []
    assert not_stated(office.counted()) == 0


def test_another_areas_cases_are_not_counted(named):
    other = Office("darlington", "Darlington")
    Area.objects.filter(pk="darlington").update(districts="Easington")
    applied(other, "Easington")
    assert named.table("districts") == {"": {}}


def test_small_numbers_are_hidden_and_what_would_give_them_away(named):
    """3 alone would be 14 - 6 - 5: the smallest other is hidden beside it."""
    for said, times in (("Wear Valley", 6), ("Easington", 3), ("Teesdale", 5)):
        for _case in range(times):
            applied(named, said)
    release = releases.publish(releases.draft("durham", YEAR, SYSTEM, at=NOW), SYSTEM, NOW)
    (table,) = [table for table in release.figures["tables"] if table["code"] == "districts"]
    (line,) = table["lines"]
    assert [line["cells"][name] for name in ("Wear Valley", "Easington", "Teesdale")] == [6, None, None]

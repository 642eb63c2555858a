"""In which district it happens: said by the co-ordinator from the area's own names, again where it was wrong."""

from datetime import date
from types import SimpleNamespace

import pytest

from casereview.cases.district import district_of
from casereview.cases.models import Case, Fact
from casereview.cases.record import Record
from casereview.interfaces.history import history_of
from casereview.people.models import Area
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotAllowed, NotOpen, Overtaken
from casereview.statistics.counting import count
from casereview.statistics.periods import Period
from casereview.steps.name_district import is_open
from tests.rooms.steps.conftest import THREE, moment

DAY = date(2026, 11, 20)
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))
WITHDRAWN = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They are moving"}


def name_districts(*names):
    Area.objects.filter(pk="durham").update(districts="\n".join(names))


@pytest.fixture
def case(world):
    """Of an area with two districts."""
    name_districts("Easington", "Wear Valley")
    return world.apply(*THREE)


def counted():
    """The table of the month by district, without noughts."""
    (table,) = [each for each in count("durham", MONTH, date(2026, 12, 1)).tables if each.code == "districts"]
    return {code: number for code, number in table.lines[0].cells.items() if number}


def test_a_district_of_the_area_is_recorded_and_stands_in_the_history(world, case):
    assert district_of(world.record()) == ""
    world.take("name_district", district="Wear Valley")
    assert district_of(world.record()) == "Wear Valley"
    assert history_of(world.record())[0].sentence == "The district in which it happens: Wear Valley"


@pytest.mark.parametrize("said", ["several", "outside", "not_known"])
def test_it_may_be_no_one_of_them(world, case, said):
    world.take("name_district", district=said)
    assert district_of(world.record()) == said


@pytest.mark.parametrize("said", ["", "Sunderland", "not_stated"])
def test_what_the_area_does_not_name_is_refused(world, case, said):
    with pytest.raises(Invalid):
        world.take("name_district", district=said)


def test_an_area_without_districts_is_not_asked(world):
    world.apply(*THREE)
    with pytest.raises(NotOpen, match="names no districts"):
        world.take("name_district", district="several")


def test_nobody_but_the_office_says_it(world, case):
    with pytest.raises(NotAllowed):
        world.take("name_district", world.officer, district="Easington")


def test_what_is_said_again_counts_and_what_was_said_stays_in_the_history(world, case):
    for said in ("Easington", "outside", "Wear Valley"):
        world.take("name_district", district=said)
    record = world.record()
    assert district_of(record) == "Wear Valley"
    assert [(entry.sentence.rpartition(": ")[2], entry.corrected) for entry in history_of(record)[:3]] == [
        ("Wear Valley", False),
        ("outside the area", True),
        ("Easington", True),
    ]
    assert counted() == {"Wear Valley": 1}


def test_what_a_colleague_said_meanwhile_is_seen_first(world, case):
    seen = world.record().last_number
    world.take("name_district", district="Easington")
    with pytest.raises(Overtaken):
        world.take("name_district", seen=seen, district="Wear Valley")


def test_a_name_that_the_area_gives_up_stays_in_its_cases(world, case):
    world.take("name_district", district="Easington")
    name_districts("East Durham", "Wear Valley")
    assert district_of(world.record()) == "Easington"
    assert counted() == {"Easington": 1}
    with pytest.raises(Invalid):
        world.take("name_district", district="Easington")
    world.take("name_district", district="East Durham")
    assert counted() == {"East Durham": 1}


@pytest.mark.parametrize(
    ("began", "why"),
    [("application_received", ""), ("transferred_in", ""), ("review_ordered", "in which the application")],
)
def test_it_is_said_where_the_application_is_counted(began, why):
    record = Record(Case(), SYSTEM, moment(DAY), facts=[Fact(number=1, kind=began, codes={})])
    vars(record)["area"] = SimpleNamespace(district_names=["Easington"])
    assert why in is_open(record)
    assert bool(is_open(record)) == bool(why)


def test_it_may_be_said_in_a_closed_case_and_outlives_the_details(world, case, time_machine):
    time_machine.move_to(moment(DAY))
    world.take("withdraw", today=DAY, **WITHDRAWN)
    world.take("close", today=DAY, for_applicant="Robin was told why")
    assert counted() == {"not_stated": 1}
    world.take("name_district", today=DAY, district="Easington")
    world.take("erase_on_request", today=DAY, ground="no_longer_needed", told="on")
    assert counted() == {"Easington": 1}
    with pytest.raises(NotOpen, match="erased"):
        world.take("name_district", today=DAY, district="Wear Valley")

"""A draft leads to the cases without a district; whoever sees no case is told their number alone."""

import re

from casereview.people.models import Area
from tests.rooms.interfaces.staff.conftest import signed_in
from tests.rooms.steps.conftest import THREE
from tests.signed_in import enter, person

AREA = "/work/figures/durham/"
MONTH = {"since-day": "1", "since-month": "11", "since-year": "2026"} | {
    "until-day": "30",
    "until-month": "11",
    "until-year": "2026",
}
DO = re.compile(r'href="/work/cases/([A-Z0-9-]+)/do/name_district/"')


def test_a_draft_leads_to_the_cases_without_a_district(world, client, time_machine):
    Area.objects.filter(pk="durham").update(districts="Easington\nTeesdale")
    first, second, said = (world.apply(*THREE) for _case in range(3))
    world.take("name_district", case=said, district="several")
    time_machine.move_to("2026-12-04 12:00")
    cora, reader = signed_in(world.cora), enter(client, person("fay@example.org", "figures_reader"))
    led_to = DO.findall(cora.post(AREA, MONTH, follow=True).content.decode())
    assert sorted(led_to) == sorted([first.reference, second.reference])
    page = reader.get(f"{AREA}draft/").content.decode()
    assert "2 requests of this period have no district yet." in page
    assert DO.findall(page) == []
    world.take("name_district", case=first, district="Easington")
    assert DO.findall(cora.get(f"{AREA}draft/").content.decode()) == [second.reference]


def test_an_erased_case_in_which_nothing_can_be_said_is_not_named(world, time_machine):
    Area.objects.filter(pk="durham").update(districts="Easington\nTeesdale")
    case = world.apply(*THREE)
    told = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They are moving"}
    world.take("withdraw", **told)
    world.take("close", for_applicant="Robin was told why")
    time_machine.move_to("2026-12-04 12:00")
    cora = signed_in(world.cora)
    assert DO.findall(cora.post(AREA, MONTH, follow=True).content.decode()) == [case.reference]
    world.take("erase_on_request", ground="no_longer_needed", told="on")
    page = cora.get(f"{AREA}draft/").content.decode()
    assert "1 request of this period has no district yet." in page
    assert DO.findall(page) == []

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

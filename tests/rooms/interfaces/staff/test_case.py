"""The pages of a case: all there is to know for those whose case it is, and nothing for anybody else."""

import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casereview.cases import files
from casereview.interfaces.staff.case.doable import doable
from casereview.interfaces.staff.case.pages import PAGES
from casereview.people.models import Area
from casereview.process import STEPS
from tests.rooms.interfaces.staff.conftest import ticket_in
from tests.rooms.steps.conftest import THREE, World

pytestmark = pytest.mark.usefixtures("db")
PERSONS = [step.name for step in STEPS.values() if not step.opens and step.who != ("system",)]
NOT_THERE = "/work/cases/BCD-FGHJ/"


def addresses(case, steps=PERSONS):
    root = f"/work/cases/{case.reference}/"
    return [
        root,
        *(f"{root}{page}/" for page in PAGES if page != "overview"),
        *(f"{root}do/{s}/" for s in steps),
    ]


def test_every_page_opens_for_the_areas_coordinator(world: World, cora):
    case = world.apply(*THREE)
    world.proposed()
    theirs = [name for name in PERSONS if "coordinate" in STEPS[name].who]
    assert [a for a in addresses(case, theirs) if cora.get(a).status_code != 200] == []


def test_every_page_is_absent_for_another_areas(world: World, stranger):
    case = world.apply(*THREE)
    told = plain(stranger.get(NOT_THERE))
    assert told[0] == 404
    assert [a for a in addresses(case) if plain(stranger.get(a)) != told] == []


def plain(answer):
    """What a reader sees of it: all but the token against forged posts, which is another one each time."""
    return answer.status_code, re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", answer.content)


def test_a_step_of_the_system_has_no_page(world: World, cora):
    case = world.apply()
    assert cora.get(f"/work/cases/{case.reference}/do/record_dispatch/").status_code == 404
    assert cora.get(f"/work/cases/{case.reference}/do/no_such_step/").status_code == 404


def test_the_head_warns_of_what_must_never_be_used(world: World, cora):
    never = {"method": "phone", "value": "0191 496 0000", "never": True}
    case = world.apply(people=[{"roles": ["applicant", "victim"], "name": "Sky", "contacts": [never]}])
    page = cora.get(f"/work/cases/{case.reference}/").content.decode()
    assert "app-strip--never" in page
    safe = world.apply()
    assert "app-strip--never" not in cora.get(f"/work/cases/{safe.reference}/").content.decode()


def test_a_closed_step_says_why(world: World, cora):
    case = world.apply()
    page = cora.get(f"/work/cases/{case.reference}/").content.decode()
    assert "The application has gone to no body yet." in page


def test_the_cost_of_a_page_does_not_grow_with_the_case(world: World, cora):
    case = world.apply(*THREE)
    world.proposed()
    longer(world, 1)
    costs = [{address: count(cora, address) for address in addresses(case)[: len(PAGES)]}]
    longer(world, 8)
    costs.append({address: count(cora, address) for address in costs[0]})
    assert [address for address in costs[0] if costs[1][address] > costs[0][address]] == []


def test_a_page_asks_as_often_among_many_cases_as_among_few(world: World, cora):
    case, _other = world.apply(*THREE), world.apply()
    pages = addresses(case)[: len(PAGES)]
    costs = []
    for more in (0, 10):
        for _number in range(more):
            world.apply()
        for address in pages:
            cora.get(address)  # the rules that a case has pinned are read once a process
        costs.append({address: count(cora, address) for address in pages})
    assert costs[0] == costs[1]


def longer(world, times):
    for _time in range(times):
        world.take("add_task", what="A task", who=world.cora.holder)
        world.take(
            "add_information", channel="phone", told="More", incident="Again", reported_to=world.police.holder
        )


def count(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len([query for query in queries if "set_config" not in query["sql"]])


def test_the_application_says_its_district_and_leads_to_where_it_is_said(world: World, cora):
    case = world.apply(*THREE)
    address, do = (f"/work/cases/{case.reference}/{page}/" for page in ("application", "do/name_district"))
    assert do not in cora.get(address).content.decode()
    Area.objects.filter(pk="durham").update(districts="Easington\nTeesdale")
    page = cora.get(address).content.decode()
    assert f'href="{do}"' in page
    assert "Not yet stated" in page
    cora.post(do, {"ticket": ticket_in(cora.get(do)), "district": "Teesdale"})
    assert "Teesdale" in cora.get(address).content.decode()


def test_a_case_about_the_same_is_suggested(world: World, cora):
    first = world.apply()
    words = {"problem": "Engines revving behind the garages until three every night", "place": "Front Street"}
    other = world.apply(words=words)
    page = cora.get(f"/work/cases/{first.reference}/application/").content.decode()
    assert other.reference in page  # both are called Robin
    far = world.apply(
        people=[{"roles": ["applicant"], "name": "Ola Quist", "contacts": []}],
        words={"problem": "Barking", "place": "Elm Court"},
    )
    assert far.reference not in cora.get(f"/work/cases/{first.reference}/application/").content.decode()


def test_letters_can_be_read_as_they_would_be(world: World, cora):
    case = world.apply()
    letter = world.record().letters[0]
    page = cora.get(f"/work/cases/{case.reference}/letters/{letter.pk}/").content.decode()
    assert "app-letter" in page
    other = world.apply()
    assert cora.get(f"/work/cases/{other.reference}/letters/{letter.pk}/").status_code == 404


def test_a_file_is_handed_out_only_when_it_is_clean(world: World, cora):
    kept = files.keep(ContentFile(b"Day by day: noise until three.\n", "diary.txt"), timezone.now())
    case = world.apply(files=[{"file": str(kept.pk), "name": "diary.txt"}])
    document = world.record().documents[0]
    address = f"/work/cases/{case.reference}/documents/{document.pk}"
    assert cora.get(address).status_code == 404
    files.found_clean(kept, timezone.now())
    assert cora.get(address).status_code == 200


class TestWhatCanBeDone:
    def test_what_moves_the_case_on_stands_before_what_is_behind_it(self, world: World, cora):
        world.apply(*THREE)
        world.told_to_all()
        found = doable(world.record())
        assert {"propose_decision", "answer_reports"} <= {each.name for each in found.now}
        # nobody has read it for danger or spoken with the applicant: clocks run for both
        assert {"triage_risk", "log_contact"} <= {each.name for each in found.now}
        assert "liaise_with_partnership" not in {each.name for each in found.earlier}
        world.take("answer_reports", body=world.police.holder, answer_1="confirmed", answer_3="no_record")
        found = doable(world.record())
        assert "liaise_with_partnership" in {each.name for each in found.earlier}
        assert "add_task" in {each.name for each in found.any_time}

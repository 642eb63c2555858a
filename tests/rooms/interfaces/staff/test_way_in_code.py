"""Whoever reads a letter aloud can read out the code for the applicant's page, and give a new one; each is noted."""

import pytest
from django.test import Client

from casereview.audit.models import Entry
from casereview.cases.way_in import code_of
from tests.rooms.steps.conftest import World

pytestmark = pytest.mark.usefixtures("db")


def at(world, more=""):
    return f"/work/cases/{world.case.reference}/way-in/{more}"


def opens(world, code):
    """Whether the code leads the applicant in."""
    answer = Client().post("/my/link", {"reference": world.case.reference, "code": code})
    return answer.status_code == 302


def noted(world, did, what):
    return Entry.objects.filter(case=str(world.case.pk), by=world.cora.holder, did=did, what=what).count()


def test_it_is_the_code_that_opens_their_page(world: World, cora):
    world.apply()
    code = code_of(world.robin)
    assert code in cora.get(at(world)).content.decode()
    assert opens(world, code)
    assert noted(world, "read", "case way-in code") == 1


def test_it_is_found_where_a_letter_is_read_aloud_and_stands_nowhere_else(world: World, cora):
    world.apply()
    reading = cora.get(f"/work/cases/{world.case.reference}/do/read_aloud/").content.decode()
    letter = cora.get(
        f"/work/cases/{world.case.reference}/letters/{world.record().letters[0].pk}/"
    ).content.decode()
    for page in (reading, letter):
        assert f'href="{at(world)}"' in page
        assert code_of(world.robin) not in page
    other = cora.get(f"/work/cases/{world.case.reference}/do/cancel_letter/").content.decode()
    assert f'href="{at(world)}"' not in other


def test_a_new_code_is_given_only_when_confirmed_and_ends_the_old(world: World, cora):
    world.apply()
    old = code_of(world.robin)
    assert "Give a new code?" in cora.get(at(world, "new/")).content.decode()
    assert opens(world, old)
    assert noted(world, "wrote", "new way-in code") == 0
    shown = cora.post(at(world, "new/"), follow=True).content.decode()
    new = code_of(world.robin)
    assert new in shown
    assert new != old
    assert opens(world, new)
    assert not opens(world, old)
    assert noted(world, "wrote", "new way-in code") == 1


def test_nobody_of_another_area_sees_or_changes_it(world: World, stranger):
    world.apply()
    old = code_of(world.robin)
    assert stranger.get(at(world)).status_code == 404
    assert stranger.post(at(world, "new/")).status_code == 404
    assert opens(world, old)


def test_after_a_death_there_is_no_code_to_read_out(world: World, cora):
    world.apply()
    world.take("record_death", notes="His sister called")
    assert cora.get(at(world)).status_code == 404
    assert cora.post(at(world, "new/")).status_code == 404


def test_a_representative_has_a_code_of_their_own_while_they_act(world: World, cora):
    world.apply()
    way = {"method": "phone", "value": "07700 900321", "seen_by_others": "no"}
    world.take("name_representative", called="Sam Reed", relation="Brother", **way)
    record = world.record()
    sam = record.person("representative").holder
    people = f"/work/cases/{world.case.reference}/people/"
    assert "named, not confirmed" in cora.get(people).content.decode()
    assert cora.get(at(world), {"who": sam}).status_code == 404
    route = str(record.contacts_of(record.applicant)[0].pk)
    world.take("confirm_representative", person=sam, route=route, notes="Yes")
    assert f"{at(world)}?who={sam}" in cora.get(people).content.decode()
    code = code_of(sam.removeprefix("person:"))
    assert code in cora.get(at(world), {"who": sam}).content.decode()
    assert code not in cora.get(at(world)).content.decode()
    cora.post(at(world, "new/") + f"?who={sam}")
    assert not opens(world, code)
    assert opens(world, code_of(world.robin))
    world.take("end_representative", representative=sam)
    assert cora.get(at(world), {"who": sam}).status_code == 404
    assert "no longer acts" in cora.get(people).content.decode()

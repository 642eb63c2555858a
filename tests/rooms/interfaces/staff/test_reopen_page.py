"""A case is reopened from its page; the office and the applicant each find the way from one case to the other."""

from django.test import Client

from casereview.cases.way_in import code_of
from tests.rooms.interfaces.staff.conftest import ticket_in
from tests.rooms.steps.test_linked_cases import opened
from tests.rooms.steps.test_reopen import MISTAKE, SAFE


def test_it_is_asked_once_more_and_both_cases_show_the_other(world, cora, stranger):
    world.apply()
    world.take("withdraw", **SAFE)
    world.take("close")
    case = f"/work/cases/{world.case.reference}/"
    step = case + "do/reopen/"
    assert stranger.get(step).status_code == 404
    typed = {**MISTAKE, "ticket": ticket_in(cora.get(step))}
    asked = cora.post(step, typed)
    assert "its own reference and its own clocks" in asked.content.decode()
    assert "case_reopened" not in world.kinds()
    cora.post(step, {**typed, "ticket": ticket_in(asked), "confirmed": "yes"})
    new = opened(world).reference
    assert f'href="/work/cases/{new}/"' in cora.get(case).content.decode()
    assert f'href="{case}"' in cora.get(f"/work/cases/{new}/").content.decode()

    robin = Client()
    robin.post("/my/link", {"reference": world.case.reference, "code": code_of(world.robin)})
    page = robin.get("/my/").content.decode()
    assert f"Your reference: {new}" in page
    assert f"Your old reference, {world.case.reference}, still leads here." in page

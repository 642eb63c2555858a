"""What ties a chair to a case may be told after they were appointed: whoever opens the case sees it, on every page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casereview.people.models import Body, Interest, Membership
from tests.rooms.steps.conftest import THREE

pytestmark = pytest.mark.usefixtures("db")
SIGN = "ties the chair"


@pytest.fixture
def ira(world):
    """The chair of a review in which the police, the council and the board have a part."""
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    ira = world.user("ira", "chair")
    world.take("appoint_chair", chair=ira.holder, until="2028-02-25")
    return ira


def declares(ira, body, **more):
    user = int(ira.holder.removeprefix("user:"))
    return Interest.objects.create(
        user_id=user, body=body, words="Brother works there", since=date(2026, 1, 5), **more
    )


def page(world, client, name=""):
    return client.get(f"/work/cases/{world.case.reference}/{name}").content.decode()


def test_an_interest_in_a_body_of_the_case_is_seen_on_every_page_of_it(world, ira, cora):
    assert SIGN not in page(world, cora)
    declares(ira, world.council)
    for name in ("", "bodies/", "history/", "do/add_task/"):
        shown = page(world, cora, name)
        assert SIGN in shown
        assert "The council: Brother works there" in shown
    assert f"/work/cases/{world.case.reference}/do/end_chair/" in shown  # nobody has declared, so it is ended
    world.take("declare_chair", ira, conflict="no")
    assert f"/work/cases/{world.case.reference}/do/declare_conflict/" in page(world, cora)


def test_a_role_for_a_body_of_the_case_is_seen_too(world, ira, cora):
    user = int(ira.holder.removeprefix("user:"))
    Membership.objects.create(user_id=user, role="body_officer", area=world.area, body=world.police)
    assert "officer of The police" in page(world, cora)


def test_what_ties_them_to_nothing_here_or_is_over_is_not_shown(world, ira, cora):
    homes = Body.objects.create(
        area=world.area, code="homes", kind="landlord", name="Some homes", relevant=False
    )
    declares(ira, homes)
    declares(ira, world.council, until=date(2026, 2, 1))
    assert SIGN not in page(world, cora)


def test_it_is_over_when_the_conflict_is_recorded_and_another_chair_has_none(world, ira, cora):
    declares(ira, world.council)
    world.take("declare_chair", ira, conflict="no")
    world.take("declare_conflict", what="Her brother")
    assert SIGN not in page(world, cora)
    noor = world.user("noor", "chair")
    world.take("appoint_chair", chair=noor.holder, until="2028-02-25")
    assert SIGN not in page(world, cora)


def test_a_chair_costs_a_case_page_no_more_than_four_queries(world, ira, cora):
    def cost():
        page(world, cora)
        with CaptureQueriesContext(connection) as queries:
            page(world, cora)
        return len([query for query in queries if "set_config" not in query["sql"]])

    with_chair = cost()
    world.take("end_chair", reasons="Ill")
    assert with_chair - cost() <= 4

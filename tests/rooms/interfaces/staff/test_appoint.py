"""The page on which a chair is appointed: who can, who cannot and why, and nobody who is simply left out."""

import pytest

from casereview.people.models import Membership
from tests.rooms.interfaces.staff.conftest import ticket_in
from tests.rooms.steps.conftest import THREE

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def form(world):
    """The address of the form, in a case that is to be reviewed."""
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))
    return f"/work/cases/{world.case.reference}/do/appoint_chair/"


def page(client, address):
    return client.get(address).content.decode()


def officer_too(world, viewer):
    """Somebody of the pool who is an officer of the police besides."""
    user = int(viewer.holder.removeprefix("user:"))
    Membership.objects.create(user_id=user, role="body_officer", area=world.area, body=world.police)


def test_an_empty_pool_says_so(cora, form):
    assert "Nobody in the pool of this area can chair this review" in page(cora, form)


def test_who_is_tied_to_the_case_is_named_with_the_reason_and_cannot_be_chosen(world, cora, form):
    ira, noor = world.user("ira", "chair"), world.user("noor", "chair")
    officer_too(world, ira)
    shown = page(cora, form)
    assert f'value="{noor.holder}"' in shown
    assert f'value="{ira.holder}"' not in shown
    assert "Ira: officer of The police, which has a part in this case" in shown
    typed = {"chair": ira.holder, "until-day": "25", "until-month": "2", "until-year": "2028"}
    refused = cora.post(form, {**typed, "ticket": ticket_in(cora.get(form)), "confirmed": "yes"})
    assert "Ira cannot chair this review: officer of The police" in refused.content.decode()
    assert not world.record().has("chair_appointed")


def test_whom_nothing_ties_is_appointed_after_the_letter_was_shown(world, cora, form):
    noor = world.user("noor", "chair")
    typed = {"chair": noor.holder, "until-day": "25", "until-month": "2", "until-year": "2028"}
    asked = cora.post(form, {**typed, "ticket": ticket_in(cora.get(form))})
    assert "Will you chair a case review?" in asked.content.decode()
    done = cora.post(form, {**typed, "ticket": ticket_in(asked), "confirmed": "yes"})
    assert done.status_code == 302
    assert world.record().latest("chair_appointed").codes == {"chair": noor.holder, "until": "2028-02-25"}

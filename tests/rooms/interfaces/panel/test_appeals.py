"""The clerk's desk and the pages of the panel's chair: by date, nothing before the declaration, decided and told."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from casereview.cases.appeal import appeal_of
from casereview.people.models import Membership, User
from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.appeal.conftest import RECEIVED, WHY, Appealing
from tests.rooms.steps.conftest import moment

pytestmark = pytest.mark.usefixtures("db")
TODAY = RECEIVED + timedelta(days=5)  # Monday 23 November 2026


@pytest.fixture
def today(time_machine):
    time_machine.move_to(moment(TODAY, 12))


@beginning
def world(today):
    """Robin was refused on Wednesday 18 November and appeals on the Monday after."""
    world = Appealing()
    world.refused()
    return world


@pytest.fixture
def appealed(world):
    world.appeals(moment(TODAY, 11))
    return world


def main(client, address):
    page = client.get(address)
    assert page.status_code == 200, address
    return text_of(page)


def text_of(response):
    found = re.search(r"<main.*?</main>", response.content.decode(), re.S).group()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found))


def press(client, address, **answers):
    """Fill in a step's form and, where it asks before it goes on, say yes."""
    ticket = ticket_in(client.get(address))
    asked = client.post(address, {**answers, "ticket": ticket})
    if asked.status_code == 302 or "Yes, go on" not in asked.content.decode():
        return asked
    return client.post(address, {**answers, "ticket": ticket_in(asked), "confirmed": "yes"})


def desk(world, more=""):
    return f"/panel/desk/{world.case.reference}/{more}"


def chairs(world, more=""):
    return f"/panel/appeals/{world.case.reference}/{more}"


def test_an_appeal_that_waits_stands_on_the_desk_with_its_days(appealed, time_machine):
    time_machine.move_to(moment(TODAY + timedelta(days=9), 12))
    page = main(signed_in(appealed.col), "/panel/desk/")
    assert appealed.case.reference in page
    assert "9 days" in page
    assert "the threshold decision" in page
    assert "Nobody yet" in page


def test_an_empty_desk_says_so(world):
    assert "Nobody has appealed" in main(signed_in(world.col), "/panel/desk/")


def test_a_clerk_of_another_area_sees_no_appeal_of_this_one(appealed):
    from casereview.people.models import Area

    far = signed_in(appealed.user("far", "clerk", area=Area.objects.get(pk="darlington")))
    assert appealed.case.reference not in main(far, "/panel/desk/")
    for more in ("", "application/", "do/name_clerk/"):
        assert far.get(desk(appealed, more)).status_code == 404


def test_before_a_clerk_takes_it_on_they_read_the_appeal_and_nothing_else(appealed):
    col = signed_in(appealed.col)
    page = main(col, desk(appealed))
    assert WHY in page
    assert "No clerk has taken it on" in page
    assert "Shouting and banging" not in page
    assert "We looked at all of it" not in page  # the reasons of the decision
    assert col.get(desk(appealed, "application/")).status_code == 404
    assert col.get(desk(appealed, "do/refer_appeal/")).status_code == 404
    assert press(col, desk(appealed, "do/name_clerk/"), clerk=appealed.col.holder).status_code == 302
    page = main(col, desk(appealed))
    assert "Col clerks the appeal" in page
    assert "We looked at all of it" in page
    assert "Shouting and banging" in main(col, desk(appealed, "application/"))


def test_a_clerk_with_a_part_in_the_case_is_named_with_what_conflicts(appealed):
    user = User.objects.get(pk=appealed.cora.holder.removeprefix("user:"))
    Membership.objects.create(user=user, role="clerk", area=appealed.area, since=moment(RECEIVED))
    page = main(signed_in(appealed.col), desk(appealed, "do/name_clerk/"))
    assert "Cora: has taken part in this case (18 November 2026)" in page


def test_what_came_by_post_is_keyed_in_to_the_case_that_the_letter_names(world):
    col = signed_in(world.col)
    wrong = col.post("/panel/desk/take-in/", {"reference": "ZZZ-9999"})
    assert "No case of your area has this reference" in text_of(wrong)
    found = col.post("/panel/desk/take-in/", {"reference": world.case.reference.lower().replace("-", " ")})
    assert found.url == desk(world, "do/receive_appeal/")
    answers = {"channel": "post", "reasons": WHY, "made_by": "applicant"}
    answers |= {"on-day": "20", "on-month": "11", "on-year": "2026"}
    sent = press(col, found.url, **answers)
    assert sent.status_code == 302, text_of(sent)
    assert appeal_of(world.now(TODAY)).received.happened_on.isoformat() == "2026-11-20"


def test_nothing_opens_to_the_panels_chair_before_they_declare(appealed):
    appealed.taken_on(TODAY)
    appealed.refers(TODAY)
    pam, paz = signed_in(appealed.pam), signed_in(appealed.paz)
    assert "Declare any conflict" in main(pam, "/panel/appeals/")
    assert pam.get(chairs(appealed)).url == chairs(appealed, "declare")
    assert pam.get(chairs(appealed, "do/qualify_appeal/")).url == chairs(appealed, "declare")
    page = main(pam, chairs(appealed, "declare"))
    assert "Cora" in page
    assert "The council" in page
    for secret in ("Robin", "Shouting", WHY):
        assert secret not in page
    for more in ("", "declare", "application/", "do/qualify_appeal/"):
        assert paz.get(chairs(appealed, more)).status_code == 404
    assert pam.post(chairs(appealed, "declare"), {"conflict": "no"}).url == chairs(appealed)
    page = main(pam, chairs(appealed))
    assert WHY in page
    assert "We looked at all of it" in page


def test_a_conflict_closes_it_and_the_clerk_can_refer_it_again(appealed):
    appealed.taken_on(TODAY)
    appealed.refers(TODAY)
    pam = signed_in(appealed.pam)
    assert "Say what it is" in text_of(pam.post(chairs(appealed, "declare"), {"conflict": "yes"}))
    pam.post(chairs(appealed, "declare"), {"conflict": "yes", "what": "I know a neighbour"})
    assert appealed.case.reference not in main(pam, "/panel/appeals/")
    page = main(signed_in(appealed.col), desk(appealed))
    assert "I know a neighbour" in page
    assert "Refer the appeal to the chair of the panel" in page


def test_the_chair_decides_with_reasons_and_sees_the_letter_first(appealed):
    appealed.before_the_chair(TODAY)
    pam = signed_in(appealed.pam)
    address = chairs(appealed, "do/qualify_appeal/")
    ticket = ticket_in(pam.get(address))
    asked = pam.post(address, {"result": "no_hearing", "reasons": "May was asked about", "ticket": ticket})
    assert "There will be no hearing of your appeal" in text_of(asked)
    assert press(pam, address, result="no_hearing", reasons="May was asked about").status_code == 302
    assert appeal_of(appealed.now(TODAY)).state == "not_qualified"
    assert "No hearing" in main(pam, "/panel/appeals/")


def test_the_co_ordinator_reads_the_appeal_and_not_what_the_panel_says(appealed):
    appealed.taken_on(TODAY)
    col = signed_in(appealed.col)
    soon = TODAY + timedelta(days=60)
    answers = {"panel_chair": appealed.pam.holder, "notes": "Look at the minutes of May"}
    answers |= {"until-day": str(soon.day), "until-month": str(soon.month), "until-year": str(soon.year)}
    assert press(col, desk(appealed, "do/refer_appeal/"), **answers).status_code == 302
    page = main(signed_in(appealed.cora), f"/work/cases/{appealed.case.reference}/appeal/")
    assert WHY in page
    assert "Look at the minutes of May" not in page
    assert "Look at the minutes of May" in main(col, desk(appealed))


def test_the_queue_says_for_how_many_days_an_appeal_has_waited(appealed, time_machine):
    time_machine.move_to(moment(TODAY + timedelta(days=3), 12))
    page = main(signed_in(appealed.cora), "/work/?show=open")
    assert "Appeal: 3 days" in page


def test_only_clerks_and_the_panel_have_these_pages(appealed):
    cora = signed_in(appealed.cora)
    for address in ("/panel/desk/", "/panel/appeals/", desk(appealed), chairs(appealed)):
        assert cora.get(address).status_code == 404
        assert Client().get(address).url.startswith("/work/sign-in/")
    assert signed_in(appealed.col).get("/panel/appeals/").status_code == 404
    assert signed_in(appealed.pam).get("/panel/desk/").status_code == 404

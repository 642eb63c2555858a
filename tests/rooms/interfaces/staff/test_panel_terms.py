"""The pool of the appeals panel: who is in office until when, and what an administrator keeps of them."""

import re
from datetime import date

import pytest

from casereview.people import changes
from casereview.people.models import Membership, Term
from casereview.people.panel import panel_of
from tests.signed_in import area, enter, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday(time_machine):
    """Friday 20 November 2026."""
    time_machine.move_to("2026-11-20 10:00+00:00")


@pytest.fixture
def boss(client):
    user = person("boss@example.org", "administrator")
    enter(client, user)
    return user


@pytest.fixture
def mel():
    return person("mel@example.org", "panel_member")


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def day(name, value):
    return {f"{name}-{part}": getattr(value, part) for part in ("day", "month", "year")}


def test_a_term_lasts_from_its_first_to_its_last_day(mel):
    changes.give_term(mel, area=area("durham"), since=date(2026, 1, 1), until=date(2026, 12, 31))
    seat = panel_of("durham")[f"user:{mel.pk}"]
    asked = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [seat.in_office(each) for each in asked] == [False, True, True, False]
    # Ninety days before 31 December 2026 is 2 October
    assert [seat.ends_soon(date(2026, 10, each)) for each in (1, 2)] == [False, True]


def test_without_a_term_nobody_is_in_office(mel):
    assert not panel_of("durham")[f"user:{mel.pk}"].in_office(date(2026, 6, 1))


def test_an_administrator_appoints_trains_and_ends(client, boss, mel):
    given = {"area": "durham", **day("since", date(2026, 1, 1)), **day("until", date(2028, 12, 31))}
    assert client.post(f"/work/settings/people/{mel.pk}/terms/add/", given).status_code == 302
    trained = {"words": "Hearing appeals fairly", **day("on", date(2026, 3, 4))}
    assert client.post(f"/work/settings/people/{mel.pk}/training/add/", trained).status_code == 302
    page = words(client.get(f"/work/settings/people/{mel.pk}/"))
    assert "Thursday 1 January 2026 to Sunday 31 December 2028" in page
    assert "Hearing appeals fairly, Wednesday 4 March 2026" in page
    assert "In office" in words(client.get("/work/settings/panel/"))
    term = Term.objects.get()
    client.post(f"/work/settings/people/{mel.pk}/terms/{term.pk}/end/")
    assert Term.objects.get().until == date(2026, 11, 20)
    assert client.get(f"/work/settings/people/{mel.pk}/terms/{term.pk}/end/").status_code == 404


def test_a_chair_of_the_panel_has_terms_as_members_have_and_a_renewed_one_goes_on_from_the_first(
    client, boss
):
    pam = person("pam@example.org", "panel_chair")
    changes.give_term(pam, area=area("durham"), since=date(2024, 1, 1), until=date(2026, 12, 31))
    assert "Ends soon" in words(client.get("/work/settings/panel/"))
    given = {"area": "durham", **day("since", date(2027, 1, 1)), **day("until", date(2029, 12, 31))}
    assert client.post(f"/work/settings/people/{pam.pk}/terms/add/", given).status_code == 302
    page = words(client.get("/work/settings/panel/"))
    assert "1 January 2024 to 31 December 2026<br>1 January 2027 to 31 December 2029" in page
    assert "In office" in page
    seat = panel_of("durham", "panel_chair")[f"user:{pam.pk}"]
    assert seat.office_until(date(2026, 11, 20)) == date(2029, 12, 31)
    assert seat.office_until(date(2030, 1, 1)) is None


def test_a_term_that_ends_before_it_begins_is_refused(client, boss, mel):
    given = {"area": "durham", **day("since", date(2026, 2, 1)), **day("until", date(2026, 1, 1))}
    assert "Enter a day after the first day" in words(
        client.post(f"/work/settings/people/{mel.pk}/terms/add/", given)
    )
    assert not Term.objects.exists()


def test_the_list_warns_before_a_term_ends_and_says_who_has_none(client, boss, mel):
    assert "No term of office: cannot be chosen" in words(client.get("/work/settings/panel/"))
    changes.give_term(mel, area=area("durham"), since=date(2026, 1, 1), until=date(2026, 12, 31))
    assert "Ends soon" in words(client.get("/work/settings/panel/"))


def test_terms_of_another_area_are_not_theirs(client, mel):
    elsewhere = person("dee@example.org")
    Membership.objects.create(user=elsewhere, role="administrator", area=area("darlington"))
    enter(client, elsewhere)
    assert "mel" not in words(client.get("/work/settings/panel/"))
    assert client.get(f"/work/settings/people/{mel.pk}/terms/add/").status_code == 404

"""What somebody has declared is added and ended by an administrator, within their areas, and stays on record."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casereview.people.chairs import pool_of
from casereview.people.models import Area, Interest, Membership
from casereview.wording.dates import long_date
from tests.signed_in import area, body, enter, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ira():
    return person("ira@example.org", "chair")


@pytest.fixture
def boss(client):
    """An administrator of the whole installation, signed in."""
    return enter(client, person("boss@example.org", "administrator"))


def declared(ira, **more):
    return Interest.objects.create(user=ira, words="Brother works there", since=date(2026, 1, 5), **more)


def test_an_interest_is_added_with_its_body(boss, ira):
    council = body("council")
    typed = {"body": council.pk, "words": "Was its director", "since-day": "1", "since-month": "3"}
    answer = boss.post(f"/work/settings/people/{ira.pk}/interests/add/", {**typed, "since-year": "2024"})
    assert answer.url == f"/work/settings/people/{ira.pk}/"
    (found,) = pool_of("durham")[f"user:{ira.pk}"].interests_on(date(2026, 11, 1))
    assert (found.words, found.body, found.since) == ("Was its director", council, date(2024, 3, 1))
    assert "Was its director" in boss.get(answer.url).content.decode()


def test_it_says_what_is_missing(boss, ira):
    page = boss.post(f"/work/settings/people/{ira.pk}/interests/add/", {}).content.decode()
    assert "Say what it is" in page
    assert not Interest.objects.exists()


def test_an_ended_interest_stays_on_record_and_keeps_nobody_out_any_more(boss, ira):
    today = timezone.localdate()
    interest = declared(ira, body=body("council"))
    address = f"/work/settings/people/{ira.pk}/interests/{interest.pk}/end/"
    assert boss.get(address).status_code == 200
    assert Interest.objects.get().until is None
    boss.post(address)
    chair = pool_of("durham")[f"user:{ira.pk}"]
    assert chair.interests_on(today) == [interest]
    assert chair.interests_on(today + timedelta(days=1)) == []
    assert f"until {long_date(today)}" in boss.get(f"/work/settings/people/{ira.pk}/").content.decode()
    assert boss.get(address).status_code == 404


def test_only_administrators_and_only_about_bodies_of_their_areas(client, ira):
    interest = declared(ira, body=body("council", "durham"))
    pages = (
        f"/work/settings/people/{ira.pk}/interests/add/",
        f"/work/settings/people/{ira.pk}/interests/{interest.pk}/end/",
    )
    coordinator = enter(Client(), person("kim@example.org", "coordinator"))
    assert [coordinator.get(page).status_code for page in pages] == [404, 404]
    dee = person("dee@example.org")
    Membership.objects.create(user=dee, role="administrator", area=area("darlington"))
    Membership.objects.create(user=ira, role="chair", area=Area.objects.get(pk="darlington"))
    enter(client, dee)
    assert [client.get(page).status_code for page in pages] == [200, 404]
    assert f'value="{interest.body_id}"' not in client.get(pages[0]).content.decode()


def test_the_support_service_has_an_address_in_the_settings_of_the_area(boss):
    durham = area("durham")
    form = {
        "support_email": "support@example.org",
        "colour": "#1d5a75",
        "exit_to": "https://www.bbc.co.uk/weather",
    }
    assert boss.post("/work/settings/areas/durham/", form).status_code == 302
    durham.refresh_from_db()
    assert durham.support_email == "support@example.org"

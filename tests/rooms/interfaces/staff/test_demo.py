"""The role switch: in the demo anybody may be anybody; elsewhere it is not there."""

import pytest

from tests.signed_in import person

pytestmark = pytest.mark.django_db


def test_in_the_demo_one_button_steps_into_a_role(client, settings):
    settings.DEMO = True
    kim = person("kim@example.org", "administrator")
    assert "Step in as Kim" in client.get("/demo/").content.decode()
    assert client.post(f"/demo/{kim.pk}/").url == "/work/settings/"
    assert client.get("/work/settings/").status_code == 200


def test_outside_the_demo_there_is_no_switch(client, settings):
    settings.DEMO = False
    kim = person("kim@example.org", "administrator")
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{kim.pk}/").status_code == 404
    assert client.get("/work/settings/").url.startswith("/work/sign-in/")


def test_a_session_from_the_demo_opens_nothing_when_the_demo_is_over(client, settings):
    settings.DEMO = True
    kim = person("kim@example.org", "administrator")
    client.post(f"/demo/{kim.pk}/")
    settings.DEMO = False
    assert client.get("/work/settings/").status_code == 302


def test_opening_the_switch_by_address_changes_nothing(client, settings):
    settings.DEMO = True
    kim = person("kim@example.org", "administrator")
    assert client.get(f"/demo/{kim.pk}/").status_code == 405
    assert client.get("/work/settings/").status_code == 302

"""A real installation does not start with the demo's role switch, nor with the demo's secret."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from casereview.people.checks import demo_stays_a_demo, refuse_unsafe_start, secret_is_secret
from tests.signed_in import person

pytestmark = pytest.mark.django_db
DEMO = {"DEMO": True, "SECURE": False, "ALLOWED_HOSTS": ["127.0.0.1", "localhost"]}


@pytest.fixture
def demo(settings):
    for name, value in DEMO.items():
        setattr(settings, name, value)
    settings.SERVICE_URL = "http://127.0.0.1:8000"
    return settings


def test_a_demo_on_this_machine_starts(demo):
    person("kim@example.org", "coordinator")
    assert demo_stays_a_demo(None) == []
    refuse_unsafe_start()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECURE", True),
        ("ALLOWED_HOSTS", ["reviews.durham.gov.uk"]),
        ("ALLOWED_HOSTS", ["*"]),
        ("SERVICE_URL", "https://reviews.durham.gov.uk"),
    ],
)
def test_a_demo_with_a_sign_of_a_real_installation_does_not(demo, name, value):
    setattr(demo, name, value)
    assert [message.id for message in demo_stays_a_demo(None)] == ["people.E001"]
    with pytest.raises(ImproperlyConfigured, match="CASEREVIEW_DEMO"):
        refuse_unsafe_start()


def test_a_demo_over_a_database_with_real_people_does_not_start(demo):
    person("kim@durham.gov.uk", "coordinator")
    assert [message.id for message in demo_stays_a_demo(None)] == ["people.E001"]


def test_real_people_are_no_fault_outside_demo_mode(settings):
    settings.DEMO = False
    person("kim@durham.gov.uk", "coordinator")
    assert demo_stays_a_demo(None) == []


def test_the_secret_that_everybody_knows_is_refused_where_it_matters(settings):
    settings.DEMO, settings.DEBUG, settings.SECURE = False, False, True
    settings.SECRET_KEY = "insecure-for-development-and-demo-only"
    assert [message.id for message in secret_is_secret(None)] == ["people.E002"]
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        refuse_unsafe_start()
    settings.SECRET_KEY = "x" * 50
    assert secret_is_secret(None) == []

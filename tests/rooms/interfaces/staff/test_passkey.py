"""A passkey from beginning to end, in a browser with a virtual authenticator."""

import pytest

from tests.journeys.steps.pages import go_by
from tests.journeys.sweep import faults
from tests.signed_in import PASSWORD, person

pytestmark = pytest.mark.django_db(transaction=True)
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def with_device(page):
    """The page's browser has a fingerprint reader that always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def test_a_passkey_is_set_up_as_second_factor_and_then_signs_in_alone(with_device, live_server):
    page = with_device
    person("kim@example.org", "administrator")
    page.goto(f"{live_server.url}/work/settings/")
    page.get_by_label("E-mail address").fill("kim@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    go_by(page, page.get_by_role("button", name="Sign in", exact=True))
    page.goto(f"{live_server.url}/work/security/passkeys/add/")
    page.get_by_label("What to call it").fill("Work laptop")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    page.goto(f"{live_server.url}/work/settings/")
    page.get_by_role("heading", name="Areas").wait_for()

    page.goto(f"{live_server.url}/work/security/again/passkey/")
    assert faults(page) == []
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(lambda url: "again" not in url)

    page.goto(f"{live_server.url}/work/sign-out/")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in", exact=True).wait_for()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="Areas").wait_for()

"""Where each role begins its day: a page that is there, and opens to them."""

import pytest
from django.test import Client

from casereview.interfaces.staff.sign_in.home import home_of
from casereview.people.roles import ROLES
from casereview.people.viewer import for_user
from tests.signed_in import body, enter, person

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize("role", list(ROLES))
def test_every_role_begins_at_a_page_that_opens_to_it(role):
    user = person("kim@example.org", role, of_body=body())
    assert enter(Client(), user).get(home_of(for_user(user))).status_code == 200

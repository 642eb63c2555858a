"""A co-ordinator without a mouse: from signing in to a step that is taken. (A resident: test_apply_on_a_phone.)"""

import pytest
from django.utils import timezone

from demo.stories.just_arrived import tell_arrived_last_night
from demo.tell import tell
from tests.journeys.steps.office import SECRET
from tests.signed_in import PASSWORD, six_digits

pytestmark = pytest.mark.django_db(transaction=True)


class Keyboard:
    """Somebody's hands on the keys of a page."""

    def __init__(self, page):
        self.page = page

    def tabs_to(self, selector):
        """Press Tab until the element has the focus."""
        for _press in range(120):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                assert self.page.evaluate("() => document.activeElement.checkVisibility()")
                return
        pytest.fail(f"{selector} cannot be reached with Tab")

    def types(self, words):
        self.page.keyboard.type(words)

    def presses(self, key):
        self.page.keyboard.press(key)

    def goes(self, address):
        """Enter, and the page of that address comes."""
        self.presses("Enter")
        self.page.wait_for_url(f"**{address}")


def test_a_case_is_read_for_danger_with_keys_alone(place, worker):
    reference = tell("keys", tell_arrived_last_night, timezone.localdate()).case.reference
    cora = worker("cora.wren")
    keys = Keyboard(cora.page)
    cora.page.goto(place.url + "/work/sign-in/")
    keys.tabs_to("#id_login")
    keys.types(cora.email)
    keys.tabs_to("#id_password")
    keys.types(PASSWORD)
    keys.goes("/work/sign-in/code/")
    keys.tabs_to("#id_code")
    keys.types(six_digits(SECRET))
    keys.goes("/work/")

    keys.tabs_to("#q")
    keys.types(reference)
    keys.goes(f"/work/?*{reference}*")
    keys.tabs_to(f"a[href='/work/cases/{reference}/']")
    keys.goes(f"/work/cases/{reference}/")
    keys.tabs_to("a[href$='/do/triage_risk/']")
    keys.goes("/do/triage_risk/")
    for sign in ("danger", "domestic_abuse", "child", "suicide", "safeguarding", "hate_motive"):
        keys.tabs_to(f"[name={sign}]")
        keys.presses("ArrowDown")  # from Yes to No
    keys.tabs_to("[name=risk]")
    keys.presses("Space")
    keys.tabs_to("form button:not([name])")
    keys.goes(f"/work/cases/{reference}/")
    assert "Recorded: Read for danger" in cora.reads()

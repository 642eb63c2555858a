"""Areas unlike County Durham, in a browser: from the guidance on a phone to the decision on one's own page.

Every area is gone through without a window in tests/rooms/interfaces/everywhere; here the pages are also seen.
"""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.cache import cache

from casereview.schemes.load import newest
from tests.journeys.conftest import PATIENCE, PHONE
from tests.journeys.steps.anywhere import checks, decides, up_to_the_decision
from tests.journeys.steps.pages import follow, go_by, press
from tests.journeys.steps.resident import Resident, Time
from tests.journeys.sweep import faults
from tests.live_area import live_area
from tests.rooms.interfaces.everywhere.areas import AREAS

pytestmark = pytest.mark.django_db(transaction=True)
# People's judgement and a date counted back; no ways named, and a second appeal; a page in Welsh.
UNLIKE = ("richmond-upon-thames", "hull", "gwynedd")
EACH = [pytest.param(code, marks=[] if code in UNLIKE else pytest.mark.deep) for code in sorted(AREAS)]
RESULTS = {True: "The threshold is met", False: "The threshold is not met"}


@pytest.fixture
def place(live_server, transactional_db, clock, monkeypatch):
    """The service on Tuesday 1 December 2026, with the examples as its areas and nobody in it."""
    monkeypatch.setenv("SCHEMES_DIR", str(settings.BASE_DIR / "schemes" / "examples"))
    clock(2026, 12, 1)
    cache.clear()
    return SimpleNamespace(url=live_server.url)


@pytest.fixture
def resident(browser, place):
    """Somebody with a phone; with JavaScript, since what looks for faults is one."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE)
    yield Resident(context.new_page(), place.url)
    context.close()


@pytest.mark.parametrize("code", EACH)
def test_from_the_guidance_to_the_decision(code, resident, worker, the_post_goes, clock):
    expected, found = AREAS[code], []
    live_area(code, newest(code).area)
    resident.area = code

    def looks(page):
        width = page.viewport_size
        found.extend((page.url, fault) for fault in faults(page))
        page.set_viewport_size(width)

    checks(resident)
    looks(resident.page)
    times = [
        Time(time.on, "Banging", [(f"{newest(code).area} Council", time.told[0][0])])
        for time in expected.story.times
    ]
    reference = resident.asks("Robin Field", "robin@example.org", "Shouting at night", times, "North Road")
    own_code = resident.page.locator(".app-code").inner_text()
    looks(resident.page)

    clock(2026, 12, 8)
    cora = worker("cora")
    cora.signs_in()
    up_to_the_decision(cora, reference, RESULTS[expected.met])
    looks(cora.page)
    decides(cora, RESULTS[expected.met])
    looks(cora.page)
    the_post_goes()

    resident.comes_in(reference, own_code)
    looks(resident.page)
    assert (expected.meets if expected.met else "There will be no review this time.") in resident.reads()
    follow(resident.page, "Your letters")
    letter = "Your case will" if expected.met else "Decision: no review"
    go_by(resident.page, resident.page.get_by_role("link", name=letter))
    if resident.page.get_by_role("button", name="Open the letter").count():
        press(resident.page, "Open the letter")
    looks(resident.page)
    assert (expected.meets if expected.met else expected.appeal) in resident.reads()
    if not expected.met:
        resident.page.goto(resident.site + "/my/appeal")
        looks(resident.page)
        assert expected.appeal in resident.reads()
    assert not found

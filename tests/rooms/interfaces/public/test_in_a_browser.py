"""The public pages in Chromium: no finding of axe, no sideways scrolling on a small phone, small styles and scripts."""

import pytest

from tests.journeys.steps.pages import go_by
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_page_that_follows_an_answer_has_a_finding(page, live_server):
    """The pages that an address opens: tests/journeys/test_every_page."""
    page.goto(live_server.url + "/atlantis/")
    found = faults(page)
    page.goto(live_server.url + "/durham/check/1")
    go_by(page, page.locator("main button").first)
    found += faults(page)
    for value in ("here", "0", "yes", "unsure", "yes", "unhappy"):
        page.check(f"input[value='{value}']")
        go_by(page, page.locator("main button").first)
    assert page.url.endswith("/check/answer")
    found += faults(page)
    assert found == []


def test_styles_and_scripts_are_small(settings):
    import gzip

    folder = settings.BASE_DIR / "casereview" / "components" / "static" / "casereview"
    size = {name: len(gzip.compress((folder / name).read_bytes())) for name in ("public.css", "public.js")}
    assert size["public.css"] < 15_000
    assert size["public.js"] < 10_000

"""Figures from the first count to the public page: a co-ordinator checks and publishes, a resident reads them."""

from datetime import date

import pytest

from demo.figures import publish_figures
from tests.journeys.steps.pages import fill_in, follow, press, text_of
from tests.journeys.sweep import faults

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_release_is_counted_checked_published_read_and_corrected(place, worker, resident):
    publish_figures(date(2026, 12, 4))  # May to October 2026, and a draft for November
    cora = worker("cora.wren")
    cora.signs_in()
    page, found = cora.page, []

    page.goto(place.url + "/work/figures/durham/")
    fill_in(page, {"First day": date(2026, 11, 1), "Last day": date(2026, 11, 31 - 1)})
    press(page, "Count")
    assert "Draft figures for November 2026" in text_of(page)
    found += faults(page)
    press(page, "Publish")
    assert "Do you want to publish the figures for November 2026?" in text_of(page)
    found += faults(page)
    press(page, "Publish")
    assert "The figures are published." in text_of(page)
    found += faults(page)

    page.goto(place.url + "/work/figures/durham/performance/")
    press(page, "Show")
    assert "There is a problem" not in text_of(page)
    found += faults(page)

    page.goto(place.url + "/work/figures/durham/")
    follow(page, "Correct November 2026")
    press(page, "Count again")
    assert "Say why the figures are corrected" in text_of(page)
    found += faults(page)
    fill_in(page, {"Why are the figures corrected?": "A letter had lain unopened."})
    press(page, "Count again")
    press(page, "Publish")
    press(page, "Publish")
    for address in ("/durham/figures", "/durham/figures/2026-11-01/1", "/durham/figures/2026-11-01/2"):
        page.goto(place.url + address)
        found += faults(page)
    assert found == []

    reads = resident.page
    reads.goto(place.url + "/durham/")
    follow(reads, "Figures about case reviews here")
    assert "2024/25 44" in text_of(reads)
    assert "recommendations were not counted that year" in text_of(reads)
    follow(reads, "November 2026")
    assert "Why: A letter had lain unopened." in text_of(reads)
    follow(reads, "See what was published before")
    assert "These figures have been corrected. This page stays as it was." in text_of(reads)

"""Stories of the demo, told once: what is rerun under other rules."""

from datetime import date

import pytest

from demo.place import build
from demo.tell import all_stories, tell
from tests.beginnings import beginning

TODAY = date(2026, 11, 20)
STORIES = (
    "arrived_last_night",
    "bodies_differ",
    "erased_on_request",
    "five_neighbours",
    "hate_at_the_bus_stop",
    "met_by_law",
    "no_record",
    "over_the_border",
    "refused_and_over",
    "reopened",
    "statement_read_out",
    "withdrawn_and_closed",
)


@beginning
def stories(db):
    """Their names and stages."""
    build()
    told = dict(all_stories())
    return {name: tell(name, told[name], TODAY) for name in STORIES}


@pytest.fixture(autouse=True)
def _on_that_day(time_machine):
    time_machine.move_to("2026-11-20T12:00:00Z", tick=False)

"""Durham's and Darlington's files, held against what the public page says (worked out by hand from the page)."""

import pytest

from casereview.clocks.length import Length
from casereview.schemes.load import newest
from casereview.wording.events import EVENTS

AREAS = ("durham", "darlington")
# What the page promises, as it says it; every other length is ours and must be marked.
PROMISED = {
    "review": Length(10, "working_days"),
    "plan": Length(5, "working_days"),
    "own_information": Length(1, "months"),  # by law, whatever a page says
}
OURS = {
    "triage": Length(0, "working_days"),
    "return": Length(5, "working_days"),
    "pack": Length(2, "working_days"),
    "plan_draft": Length(2, "working_days"),
    "plan_comments": Length(4, "working_days"),
    "appeal": Length(14, "days"),
    "qualification": Length(14, "days"),
    "outcome": Length(14, "days"),
}
MEASURED = {
    "acknowledge", "contact", "dispatch", "reports_confirmed", "decide", "support", "chair", "qualify",
    "appeal_acknowledge", "appeal_contact",
}  # fmt: skip


@pytest.mark.parametrize("area", AREAS)
def test_the_three_routes_of_the_page(area):
    individual, hate, community = newest(area).routes
    assert [(m.counts, m.at_least) for m in individual.minimums] == [("incidents", 3)]
    assert [(m.counts, m.at_least) for m in hate.minimums] == [("incidents", 1)]
    assert [(m.counts, m.at_least) for m in community.minimums] == [("people", 5)]
    assert [route.window.length for route in (individual, hate, community)] == [Length(6, "months")] * 3
    assert individual.reported_to == community.reported_to == ("council", "police", "landlord")
    assert (individual.linked_by, hate.linked_by, community.linked_by) == ("problem", None, "problem")
    assert [j.code for j in individual.judged] == ["no_or_inadequate_response", "feels_ignored"]
    assert [j.code for j in (*hate.judged, *community.judged)] == ["no_or_inadequate_response"] * 2
    assert (hate.hate_only, len(hate.hate_motivations)) == (True, 9)
    assert individual.whose == "household"


@pytest.mark.parametrize("area", AREAS)
def test_every_clock_has_the_page_s_length_or_is_marked_as_ours(area):
    clocks = newest(area).clocks
    assert {name: c.length for name, c in clocks.items() if c.length and c.stated} == PROMISED
    assert {name: c.length for name, c in clocks.items() if c.length and not c.stated} == OURS
    assert {name for name, c in clocks.items() if c.length is None} == MEASURED
    assert [name for name, c in clocks.items() if c.survives_close] == ["appeal", "own_information"]


@pytest.mark.parametrize("area", AREAS)
def test_every_event_is_one_of_the_procedure(area):
    for clock in newest(area).clocks.values():
        assert {*clock.starts, *clock.stops} <= EVENTS.keys()


@pytest.mark.parametrize("area", AREAS)
def test_what_the_page_masks_stays_out(area):
    contact, appeal = newest(area).contact, newest(area).appeal
    assert (contact.email, contact.web, appeal.contact.email) == (None, None, None)
    assert (contact.phone, contact.post[-1], appeal.contact.post[0]) == ("0191 3752001", "DH1 5TT", "Appeals")


@pytest.mark.parametrize("area", AREAS)
def test_every_reading_has_its_reason(area):
    readings = newest(area).readings
    assert all(reading.why for reading in readings)
    assert len({reading.path for reading in readings}) == len(readings)
    assert {"route.individual.whose", "clock.return.length", "clock.appeal.length", "notices"} <= {
        r.path for r in readings
    }


def test_darlington_says_that_all_of_it_is_assumed():
    assert newest("darlington").readings[0].path == ""
    assert "no page of Darlington" in newest("darlington").readings[0].why
    assert all(reading.path for reading in newest("durham").readings)


def test_the_statute():
    statute = newest("durham").statute
    assert (statute.complaints, statute.report_within, statute.apply_within) == (
        3,
        Length(1, "months"),
        Length(6, "months"),
    )

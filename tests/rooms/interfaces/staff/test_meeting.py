"""The pages of the meeting: a calendar with what is lawful, the applicant's part, minutes in two boxes."""

from datetime import date

import pytest

from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.sittings import MET, arrange, choose, details, hold, met

pytestmark = pytest.mark.usefixtures("db")


def at(world, step):
    return f"/work/cases/{world.case.reference}/do/{step}/"


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def world(world, time_machine):
    met(world)
    time_machine.move_to("2026-12-18 13:00:00+00:00")
    return world


@pytest.fixture
def cora(world):
    """Signed in on that day."""
    return signed_in(world.cora)


def test_the_calendar_names_bank_holidays_and_the_last_lawful_day(world, cora):
    page = text_of(cora.get(at(world, "arrange_meeting")))
    assert "The last lawful day is Wednesday 6 January 2027." in page
    assert "Christmas Day" in page
    assert "bank holiday for Boxing Day" in page
    lawful = page.index('href="?day=2027-01-06"')
    assert "Last lawful day" in page[lawful : lawful + 300]
    assert "late" not in page[lawful : page.index('href="?day=2027-01-07"')].replace("related", "")


def test_a_day_of_the_calendar_leads_to_the_form_with_that_day(world, cora):
    page = text_of(cora.get(at(world, "arrange_meeting") + "?day=2027-01-05"))
    assert 'name="day-day" type="text" value="5"' in page
    assert cora.get(at(world, "arrange_meeting") + "?day=no-day").status_code == 200


def posted(world, **more):
    day = date.fromisoformat(details(world, **more)["day"])
    answers = {name: value for name, value in details(world, **more).items() if name != "day"}
    return {**answers, "day-day": day.day, "day-month": day.month, "day-year": day.year}


def test_a_late_day_is_refused_with_all_that_was_typed_and_taken_with_a_reason(world, cora):
    typed = {**posted(world, day="2027-01-07"), "ticket": ticket_in(cora.get(at(world, "arrange_meeting")))}
    page = text_of(cora.post(at(world, "arrange_meeting"), typed))
    assert "Say why it is later" in page
    assert "Room 2, County Hall" in page
    asked = text_of(cora.post(at(world, "arrange_meeting"), {**typed, "late_reason": "No room"}))
    assert "A date has changed" in asked  # the letters, before they go
    cora.post(at(world, "arrange_meeting"), {**typed, "late_reason": "No room", "confirmed": "yes"})
    assert world.kinds()[-1] == "meeting_arranged"
    page = text_of(cora.get(f"/work/cases/{world.case.reference}/meeting/"))
    assert "After the last lawful day" in page


def test_the_page_of_the_meeting_shows_the_part_the_statement_and_what_became_of_it(
    world, cora, time_machine
):
    arrange(world)
    choose(world, part="representative", how="remote", representative="My sister", adjustments="A break")
    world.take("give_statement", today=MET, person=world.who, statement="Please listen")
    page = text_of(cora.get(f"/work/cases/{world.case.reference}/meeting/"))
    for words in (
        "Send a representative",
        "By video",
        "My sister",
        "A break",
        "Please listen",
        "not read out yet",
    ):
        assert words in page
    time_machine.move_to("2027-01-06 13:00:00+00:00")
    hold(world, came_1="represented", read_1="yes")
    cora = signed_in(world.cora)
    page = text_of(cora.get(f"/work/cases/{world.case.reference}/meeting/"))
    for words in ("Held on Wednesday 6 January 2027", "Somebody came for them", "Insp. A. Hill", "read out"):
        assert words in page


def test_minutes_are_written_in_two_boxes_an_item_and_may_be_kept(world, time_machine):
    arrange(world)
    time_machine.move_to("2027-01-06 13:00:00+00:00")
    cora = signed_in(world.cora)
    page = cora.get(at(world, "write_minutes"))
    assert text_of(page).count("<textarea") == 6  # three items, two boxes each
    typed = {"ticket": ticket_in(page), "shareable_1": "All declared", "later": "yes"}
    cora.post(at(world, "write_minutes"), typed)
    assert "minutes_written" not in world.kinds()
    again = cora.get(at(world, "write_minutes"))
    assert "All declared" in text_of(again)
    cora.post(at(world, "write_minutes"), {"ticket": ticket_in(again), "shareable_1": "All declared"})
    assert world.kinds()[-1] == "minutes_written"
    assert "Not signed" in text_of(cora.get(f"/work/cases/{world.case.reference}/meeting/"))


def test_another_areas_coordinator_sees_none_of_it(world, stranger):
    assert stranger.get(f"/work/cases/{world.case.reference}/meeting/").status_code == 404
    assert stranger.get(at(world, "arrange_meeting")).status_code == 404

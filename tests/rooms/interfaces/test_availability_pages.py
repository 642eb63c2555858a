"""The dates proposed for a meeting on everybody's pages: what waits, what may be answered, who can come."""

import pytest

from tests.beginnings import beginning
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import arrange, met
from tests.rooms.steps.test_availability import propose, say

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def today(time_machine):
    time_machine.move_to("2026-12-18 13:00:00+00:00")


@beginning
def world(today):
    """On the Friday on which the threshold was met."""
    world = met(World())
    return world


def text_of(response):
    return " ".join(response.content.decode().split())


def of_work(world, more):
    return f"/work/cases/{world.case.reference}/{more}"


def of_police(world, more="do/say_availability/"):
    return f"/partner/cases/{world.case.reference}/police/{more}"


def of_chair(world, more="do/say_availability/"):
    return f"/panel/reviews/{world.case.reference}/{more}"


def test_a_coordinator_proposes_dates_sees_the_letter_first_and_the_days_off_beside(world):
    cora, at = signed_in(world.cora), of_work(world, "do/propose_dates/")
    page = cora.get(at)
    assert "The last lawful day is Wednesday 6 January 2027." in text_of(page)
    assert "Christmas Day" in text_of(page)
    typed = {"day_1-day": 5, "day_1-month": 1, "day_1-year": 2027, "starts_1": "10:00"}
    typed |= {"answer_by-day": 31, "answer_by-month": 12, "answer_by-year": 2026}
    typed |= {"members": [world.police.holder, world.ira.holder], "ticket": ticket_in(page)}
    asked = text_of(cora.post(at, typed))
    assert "When could you come to a meeting?" in asked
    cora.post(at, {**typed, "confirmed": "yes"})
    assert world.record().latest("dates_proposed").codes["dates"] == ["2027-01-05 10:00"]
    history = text_of(cora.get(of_work(world, "history/")))
    assert "Dates were proposed for the meeting: Tuesday 5 January 2027 at 10am" in history
    assert "Answers by Thursday 31 December 2026" in history


def test_it_waits_for_the_bodies_and_the_chair_until_they_have_answered_or_it_is_arranged(world):
    officer, other, ira = (signed_in(who) for who in (world.officer, world.other_officer, world.ira))
    propose(world)
    for page in (text_of(officer.get("/partner/")), text_of(ira.get("/panel/"))):
        assert "Say which dates can be made" in page
        assert "31 December 2026" in page
    say(world, world.officer, world.police.holder, "yes", "no")
    assert "Say which dates can be made" not in text_of(officer.get("/partner/"))
    assert "Say which dates can be made" in text_of(other.get("/partner/"))
    say(world, world.ira, world.ira.holder, "yes", "yes")
    assert "Say which dates can be made" not in text_of(ira.get("/panel/"))
    propose(world, day_2="2027-01-04")
    for page in (text_of(officer.get("/partner/")), text_of(ira.get("/panel/"))):
        assert "Say which dates can be made" in page
    arrange(world)
    for page in (other.get("/partner/"), officer.get("/partner/"), ira.get("/panel/")):
        assert "Say which dates can be made" not in text_of(page)


def test_an_officer_answers_on_their_page_and_changes_it_there(world):
    propose(world)
    officer = signed_in(world.officer)
    page = officer.get(of_police(world))
    assert "Tuesday 5 January 2027, 10am" in text_of(page)
    assert "Whose answer is it?" not in text_of(page)
    typed = {"ticket": ticket_in(page), "can_1": "yes", "can_2": "no", "body": world.council.holder}
    assert "Say who would come" in text_of(officer.post(of_police(world), typed))
    assert officer.post(of_police(world), {**typed, "who": "Insp. A. Hill"}).status_code == 302
    assert world.record().latest("availability_said").codes["body"] == world.police.holder
    again = text_of(officer.get(of_police(world)))
    assert 'value="Insp. A. Hill"' in again
    assert 'value="yes" checked' in again


def test_a_body_that_is_not_asked_has_no_such_page(world):
    propose(world, members=[world.council.holder])
    officer, asked = signed_in(world.officer), signed_in(world.other_officer)
    assert officer.get(of_police(world)).status_code == 404
    assert "Say which dates can be made" not in text_of(officer.get(of_police(world, "")))
    council = of_police(world).replace("/police/", "/council/")
    assert asked.get(council).status_code == 200


def test_a_chair_answers_for_themselves_without_a_name(world):
    propose(world)
    ira = signed_in(world.ira)
    page = ira.get(of_chair(world))
    assert "Who would come" not in text_of(page)
    typed = {"ticket": ticket_in(page), "can_1": "no", "can_2": "if_needed", "body": world.police.holder}
    assert ira.post(of_chair(world), typed).status_code == 302
    assert world.record().latest("availability_said").codes["body"] == world.ira.holder


def test_office_and_chair_read_who_can_come_and_that_silence_is_no_answer_yet(world):
    propose(world)
    say(world, world.officer, world.police.holder, "yes", "no")
    cora, ira = signed_in(world.cora), signed_in(world.ira)
    for address, client in ((of_work(world, "meeting/"), cora), (of_chair(world, "meeting/"), ira)):
        page = text_of(client.get(address))
        row = page[page.index("Tuesday 5 January 2027, 10am") : page.index("Wednesday 6 January 2027, 2pm")]
        can, could, cannot, silent = [cell.split("</td>")[0] for cell in row.split("<td")[1:]]
        assert "The police (Insp. A. Hill)" in can
        assert "Nobody" in could
        assert "Nobody" in cannot
        assert "The council and the chair" in silent
        assert ("Take this date" in page) == (client is cora)


def test_a_proposed_date_is_taken_over_with_a_press_with_its_time_and_its_reason(world):
    propose(world, day_2="2027-01-07", late_reason="The chair is ill")
    say(world, world.officer, world.police.holder, "yes", "no")
    cora, at = signed_in(world.cora), of_work(world, "do/arrange_meeting/")
    page = text_of(cora.get(at))
    assert "<strong>10am</strong>: 1 of 3 can come" in page
    late = f"{at}?day=2027-01-07&amp;starts=14:00"
    assert f'href="{late}"' in page
    taken = text_of(cora.get(late.replace("&amp;", "&")))
    assert 'name="starts" type="text" value="14:00"' in taken
    assert 'name="day-day" type="text" value="7"' in taken
    assert "The chair is ill</textarea>" in taken
    early = text_of(cora.get(f"{at}?day=2027-01-05&starts=10:00"))
    assert 'name="day-day" type="text" value="5"' in early

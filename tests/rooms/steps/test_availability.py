"""Dates are proposed for the meeting; each member says for itself which it can make; silence is never a no."""

from datetime import UTC, date, datetime

import pytest

from casereview.cases.availability import poll_of, who_comes
from casereview.cases.meeting import meeting_of
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.letters.render import preview
from casereview.people.models import Membership, User
from casereview.people.viewer import SYSTEM, for_user
from casereview.process import Invalid, NotAllowed, NotOpen, Overtaken
from tests.beginnings import beginning
from tests.rooms.steps.conftest import World
from tests.rooms.steps.sittings import MET, arrange, met

TUESDAY, WEDNESDAY = "2027-01-05 10:00", "2027-01-06 14:00"  # the last lawful day is that Wednesday


@beginning
def world():
    return met(World())


def propose(world, today=MET, **more):
    """Two dates before the clock runs out, to be answered by the end of the year."""
    dates = {"day_1": "2027-01-05", "starts_1": "10:00", "day_2": "2027-01-06", "starts_2": "14:00"}
    members = [world.police.holder, world.council.holder, world.ira.holder]
    answers = {**dates, "answer_by": "2026-12-31", "members": members, **more}
    return world.take("propose_dates", today=today, **answers)


def say(world, viewer, body, *can, today=MET, who="Insp. A. Hill", **more):
    said = {f"can_{number}": each for number, each in enumerate(can, start=1)}
    return world.take("say_availability", viewer, today, body=body, who=who, **said, **more)


def errors(take):
    with pytest.raises(Invalid) as caught:
        take()
    return {name: str(found) for name, found in caught.value.form.errors.items()}


def test_who_can_come_is_counted_by_date_and_silence_stays_silence(world):
    propose(world)
    say(world, world.officer, world.police.holder, "yes", "no")
    poll = poll_of(world.record())
    tuesday, wednesday = poll.dates
    assert (tuesday.key, wednesday.key) == (TUESDAY, WEDNESDAY)
    assert poll.who(tuesday, "yes") == [world.police.holder]
    assert poll.who(wednesday, "no") == [world.police.holder]
    assert poll.who(tuesday, "") == [world.council.holder, world.ira.holder]
    assert poll.who(wednesday, "") == [world.council.holder, world.ira.holder]
    assert poll.answer_by == date(2026, 12, 31)


def test_an_answer_may_be_changed_until_the_meeting_is_arranged_and_not_after(world):
    propose(world)
    say(world, world.officer, world.police.holder, "yes", "yes")
    say(world, world.officer, world.police.holder, "no", "if_needed", who="Sgt Lee")
    record = world.record()
    assert poll_of(record).said[world.police.holder] == {TUESDAY: "no", WEDNESDAY: "if_needed"}
    assert who_comes(record, poll_of(record))[world.police.holder] == "Sgt Lee"
    arrange(world)
    assert poll_of(world.record()) is None
    with pytest.raises(NotOpen, match="No dates are proposed"):
        say(world, world.officer, world.police.holder, "yes", "yes")


def test_with_another_date_what_was_said_of_the_old_ones_stays(world):
    propose(world)
    say(world, world.officer, world.police.holder, "yes", "no")
    propose(world, day_2="2027-01-04", starts_2="09:30")
    poll = poll_of(world.record())
    monday, tuesday = poll.dates
    assert monday.key == "2027-01-04 09:30"
    assert poll.who(tuesday, "yes") == [world.police.holder]
    assert world.police.holder in poll.who(monday, "")
    assert not poll.has_answered(world.police.holder)


def test_dates_proposed_after_a_meeting_was_cancelled_start_afresh(world):
    propose(world)
    say(world, world.officer, world.police.holder, "yes", "yes")
    arrange(world)
    world.take("cancel_meeting", today=MET, reason="The room was flooded")
    propose(world)
    record = world.record()
    assert poll_of(record).said == {}
    assert who_comes(record, poll_of(record)) == {}


def test_without_dates_proposed_arranging_is_as_ever(world):
    arrange(world)
    assert meeting_of(world.record()).day == date(2027, 1, 6)


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        ({"day_1": "2027-01-02"}, "day_1", "Saturday 2 January 2027 is no working day (Saturday)"),
        ({"day_1": "2027-01-01"}, "day_1", "Friday 1 January 2027 is no working day"),
        ({"day_2": "2027-01-07"}, "late_reason", "The last lawful day is Wednesday 6 January 2027"),
        ({"day_1": "2026-12-17"}, "day_1", "Enter a day that lies ahead"),
        ({"starts_1": ""}, "starts_1", "Enter the time at which it would begin"),
        ({"starts_3": "11:00"}, "day_3", "Enter the day, or empty the time"),
        ({"day_2": "2027-01-05", "starts_2": "10:00"}, "day_2", "This date and time is there already"),
        ({"answer_by": "2027-01-05"}, "answer_by", "a day before the first of the dates, Tuesday 5 January"),
        ({"answer_by": "2026-12-17"}, "answer_by", "Enter today’s date or a later one"),
        ({"members": []}, "members", ""),
    ],
)
def test_a_date_that_cannot_be_meant_is_refused_with_what_to_do(world, row, field, says):
    found = errors(lambda: propose(world, **row))
    assert says in found[field]
    assert "dates_proposed" not in world.kinds()


def test_a_day_off_that_is_meant_and_a_late_day_with_its_reason_are_taken(world):
    propose(world, day_1="2027-01-02", day_off=True, day_2="2027-01-07", late_reason="The chair is ill")
    assert [each.day.day for each in poll_of(world.record()).dates] == [2, 7]


def test_each_answers_for_itself_alone(world):
    propose(world)
    with pytest.raises(NotAllowed):
        say(world, world.officer, world.council.holder, "yes", "yes")
    say(world, world.other_officer, world.council.holder, "yes", "yes")
    with pytest.raises(NotAllowed):
        say(world, world.user("noor", "chair"), world.ira.holder, "yes", "yes")
    say(
        world, world.ira, world.police.holder, "no", "yes"
    )  # whatever is posted, a chair answers as themselves
    assert poll_of(world.record()).said == {
        world.council.holder: {TUESDAY: "yes", WEDNESDAY: "yes"},
        world.ira.holder: {TUESDAY: "no", WEDNESDAY: "yes"},
    }


def test_an_officer_who_chairs_other_reviews_answers_for_their_own_body_and_no_other(world):
    user = User.objects.get(email="officer@example.org")
    Membership.objects.create(
        user=user, role="chair", area=world.area, since=datetime(2026, 1, 1, tzinfo=UTC)
    )
    both = for_user(user)
    propose(world)
    with pytest.raises(NotAllowed):
        say(world, both, world.council.holder, "yes", "yes")
    say(world, both, world.police.holder, "yes", "yes")


def test_a_coordinator_writes_down_an_answer_given_by_phone_with_its_day(world):
    propose(world)
    say(world, None, world.council.holder, "if_needed", "yes", on="2026-12-17")
    fact = world.record().latest("availability_said")
    assert fact.happened_on == date(2026, 12, 17)
    assert fact.codes["body"] == world.council.holder


def test_a_body_that_can_come_says_who_and_one_that_cannot_need_not(world):
    propose(world)
    found = errors(lambda: say(world, world.officer, world.police.holder, "no", "if_needed", who=""))
    assert "Say who would come" in found["who"]
    say(world, world.officer, world.police.holder, "no", "no", who="")


def test_a_body_that_was_not_asked_cannot_answer_nor_leave_a_date_out(world):
    propose(world)
    assert "body" in errors(lambda: say(world, None, world.health.holder, "yes", "yes"))
    assert "can_2" in errors(lambda: say(world, world.officer, world.police.holder, "yes"))


def test_somebody_who_answers_other_dates_than_those_that_stand_sees_the_new_ones_first(world):
    propose(world)
    seen = world.record().last_number
    propose(world, day_1="2027-01-04")
    with pytest.raises(Overtaken):
        say(world, world.officer, world.police.holder, "yes", "yes", seen=seen)


def test_the_letter_names_the_dates_and_the_day_and_nothing_of_the_case(world):
    propose(world)
    letters = [
        (letter.code, letter.to) for letter in world.record().letters if letter.code == "dates_proposed"
    ]
    assert letters == [
        ("dates_proposed", to) for to in (world.police.holder, world.council.holder, world.ira.holder)
    ]
    told = letter_to(world, world.police.holder)
    assert "- Tuesday 5 January 2027, 10am" in told
    assert "- Wednesday 6 January 2027, 2pm" in told
    assert "Please answer by **Thursday 31 December 2026**" in told
    assert "Robin" not in told
    arrange(world)
    assert "This is no longer asked" in letter_to(world, world.police.holder)


def letter_to(world, holder):
    with acting(SYSTEM):
        record = load(world.case, SYSTEM, datetime(2026, 12, 18, 13, tzinfo=UTC))
        fact = record.latest("dates_proposed")
        return " ".join(preview(record, "dates_proposed", holder, fact).prose.replace("\\", "").split())

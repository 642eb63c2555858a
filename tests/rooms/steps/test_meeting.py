"""The meeting keeps its clock or says why not; the applicant has a part in it; nothing is held behind their back."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from casereview.cases.involved import part_of, statement_of
from casereview.cases.meeting import last_lawful_day, meeting_of
from casereview.cases.models import Case, SchemeText
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.reading import load
from casereview.jobs.letters import send_due
from casereview.letters.render import preview
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.steps.conftest import THREE, World
from tests.rooms.steps.sittings import AHEAD, LAWFUL, MET, arrange, choose, hold, met, run_of, sitting


@beginning
def world():
    return met(World())


def letters(world):
    return sorted((letter.code, letter.to) for letter in world.record().letters)


def letter(world, code, to):
    """A letter as it would be now, on one line."""
    with acting(SYSTEM):
        record = load(world.case, SYSTEM, datetime(2026, 12, 18, 13, tzinfo=UTC))
        last = next(each for each in reversed(record.letters) if each.code == code)
        fact = next(fact for fact in record.facts if fact.id == last.fact_id)
        return " ".join(preview(record, code, to, fact).prose.replace("\\", "").split())


def refused(take, *fields):
    with pytest.raises(Invalid) as caught:
        take()
    assert set(caught.value.form.errors) == set(fields)
    return str(caught.value.form.errors)


def test_the_last_lawful_day_leaves_out_christmas_and_new_year(world):
    assert last_lawful_day(world.record()) == LAWFUL  # as in BLUEPRINT, worked out by hand


def test_a_meeting_on_the_last_lawful_day_needs_no_reason_and_the_day_after_does(world):
    late = refused(lambda: arrange(world, day="2027-01-07"), "late_reason")
    assert "Wednesday 6 January 2027" in late
    assert "meeting_arranged" not in world.kinds()
    arrange(world)
    assert meeting_of(world.record()).day == LAWFUL


def test_a_late_meeting_tells_the_applicant_the_old_date_the_new_one_and_why(world):
    arrange(world, day="2027-01-08", late_reason="No room was free before")
    told = letter(world, "date_changed", world.who)
    assert "You were promised it by: Wednesday 6 January 2027" in told
    assert "It is now on: **Friday 8 January 2027**" in told
    assert "No room was free before" in told
    assert ("date_changed", world.who) in letters(world)


def test_a_meeting_in_time_tells_no_applicant_of_a_changed_date(world):
    arrange(world)
    theirs = {code for code, to in letters(world) if to == world.who}
    assert "your_part" in theirs
    assert "date_changed" not in theirs
    told = letter(world, "your_part", world.who)
    assert "Wednesday 6 January 2027**, from 10am to midday" in told
    assert "Room 2, County Hall" in told


@pytest.mark.parametrize(
    ("day", "why"),
    [("2026-12-25", "Christmas Day"), ("2026-12-28", "Boxing Day"), ("2027-01-03", "Sunday")],
)
def test_a_day_off_is_named_and_taken_only_where_it_is_meant(world, day, why):
    assert why in refused(lambda: arrange(world, day=day), "day")
    arrange(world, day=day, day_off=True)
    assert meeting_of(world.record()).day.isoformat() == day


def test_no_meeting_is_arranged_for_a_day_gone_by_or_to_end_before_it_begins(world):
    refused(lambda: arrange(world, day="2026-12-17"), "day")
    refused(lambda: arrange(world, ends="10:00"), "ends")
    refused(lambda: arrange(world, place=""), "place")


def test_there_is_no_meeting_before_there_is_a_review(db):
    world = World()
    world.apply(*THREE)
    with pytest.raises(NotOpen, match="will be a review"):
        world.take("arrange_meeting")


def test_a_meeting_that_moves_needs_a_reason_and_bears_the_next_number(world):
    arrange(world)
    refused(lambda: arrange(world, day="2027-01-05"), "change_reason")
    arrange(world, day="2027-01-05", change_reason="The chair is ill", members=[world.police.holder])
    moved = meeting_of(world.record())
    assert (moved.day, moved.sequence) == (date(2027, 1, 5), 1)
    assert ("invitation_cancelled", world.council.holder) in letters(world)
    told = letter(world, "date_changed", world.who)
    assert "It was: Wednesday 6 January 2027" in told
    assert "It is now: **Tuesday 5 January 2027**" in told
    assert "The chair is ill" in told


def test_a_cancelled_meeting_lets_the_clock_run_on_and_may_be_arranged_again(world):
    arrange(world)
    world.take("cancel_meeting", today=MET, reason="Snow")
    assert meeting_of(world.record()) is None
    assert run_of(world, "review").is_open
    assert "A new date is not fixed yet" in letter(world, "date_changed", world.who)
    with pytest.raises(NotOpen, match="No meeting"):
        world.take("cancel_meeting", today=MET, reason="Snow")
    arrange(world)
    assert meeting_of(world.record()).sequence == 2  # after the invitation, 0, and its withdrawal, 1


def test_bodies_and_chair_read_where_it_is_and_no_other_body_does(world):
    arrange(world, members=[world.police.holder, world.ira.holder])
    places = {}
    for name in ("officer", "other_officer", "ira"):
        record = world.record(getattr(world, name))
        places[name] = record.said(record.latest("meeting_arranged"), "place")
    assert places == {"officer": "Room 2, County Hall", "other_officer": "", "ira": "Room 2, County Hall"}


def me(world):
    return for_person(world.who.removeprefix("person:"), "durham")


def test_the_applicant_chooses_and_changes_their_part_until_it_begins(world):
    arrange(world)
    choose(world, part="statement", how="", viewer=me(world))
    choose(world, part="representative", how="phone", representative="My sister", viewer=me(world))
    record = world.record()
    assert part_of(record, world.who) == "representative"
    with pytest.raises(NotOpen, match="has begun"):
        choose(world, today=LAWFUL)  # at noon: it began at 10


def test_who_comes_says_how_and_whom_they_send(world):
    refused(lambda: choose(world, how=""), "how")
    refused(lambda: choose(world, part="representative"), "representative")
    refused(lambda: choose(world, part="whole_meeting"), "part")  # not offered by Durham's page
    choose(world, part="none", how="")


def test_nobody_chooses_for_somebody_else(world):
    other = for_person("11111111-2222-4333-8444-555555555555", "durham")
    with pytest.raises(NotAllowed):
        choose(world, viewer=other)


def test_the_last_statement_counts_and_they_read_it_and_no_body_does(world):
    for words in ("First words", "What I want you to hear"):
        world.take("give_statement", me(world), today=MET, person=world.who, statement=words)
    mine = world.record(me(world))
    assert mine.said(statement_of(mine, world.who), "statement") == "What I want you to hear"
    theirs = world.record(world.officer)
    assert theirs.said(statement_of(theirs, world.who), "statement") == ""
    arrange(world)
    with pytest.raises(NotOpen, match="has begun"):
        world.take("give_statement", me(world), today=LAWFUL, person=world.who, statement="Too late")


def test_a_review_that_everybody_came_to_stops_its_clock_and_starts_that_of_the_plan(world):
    arrange(world)
    choose(world)
    hold(world)
    held = world.record().latest("review_held")
    everybody = {world.police.holder, world.council.holder, world.health.holder, world.ira.holder}
    assert set(held.codes["present"]) == everybody
    said = (held.codes["missing"], held.codes["applicant_came"], held.codes["statement_read"])
    assert said == ([], True, False)
    assert run_of(world, "review").stopped_on == LAWFUL
    assert run_of(world, "plan").due == date(2027, 1, 13)  # five working days: Thursday 7 to Wednesday 13
    assert "Insp. A. Hill (The police)" in world.record().said(held, "attendance")


def test_it_is_not_held_before_its_day_nor_without_being_arranged(world):
    with pytest.raises(NotOpen, match="No meeting"):
        hold(world)
    arrange(world)
    with pytest.raises(NotOpen, match="Wednesday 6 January 2027"):
        hold(world, today=date(2027, 1, 5))


def test_it_is_not_held_without_an_invitation_unless_a_reason_is_recorded(world):
    arrange(world, people=[])
    refused(lambda: hold(world), "unasked_1")
    hold(world, unasked_1="They asked us not to write to them")
    assert "They asked us not to write" in str(
        world.record().said(world.record().latest("review_held"), "about_applicant")
    )


def test_a_letter_that_has_not_gone_is_no_invitation(world):
    arrange(world)  # the letter waits: nobody has sent it
    refused(lambda: hold(world), "unasked_1")


def test_who_was_asked_and_is_silent_is_recorded_as_silent(world):
    arrange(world)
    with acting(SYSTEM):
        send_due(datetime(2026, 12, 18, 13, tzinfo=UTC))
    refused(lambda: hold(world), "silent_1")
    hold(world, silent_1=True)
    assert world.record().latest("review_held").codes["silent"] == [world.who]


def test_a_statement_is_read_out_or_it_is_said_why_not(world):
    arrange(world)
    choose(world, part="statement", how="")
    world.take("give_statement", today=MET, person=world.who, statement="My words")
    refused(lambda: hold(world), "read_1")
    refused(lambda: hold(world, read_1="no"), "unread_1")
    hold(world, came_1="not", read_1="yes")
    record = world.record()
    assert record.latest("statement_read").codes == {"person": world.who}
    assert record.latest("review_held").codes["statement_read"] is True


def test_a_body_that_did_not_come_is_recorded_as_missing_with_the_reason(world):
    arrange(world)
    choose(world)
    nobody = {f"present_{world.health.pk}": ""}
    assert "The board" in refused(lambda: hold(world, **nobody), "without")
    hold(world, **nobody, without="It sent its answer in writing")
    assert world.record().latest("review_held").codes["missing"] == [world.health.holder]


class TestQuorum:
    def test_where_the_page_names_none_nothing_is_asked(self, world):
        arrange(world)
        choose(world)
        nobody = {f"present_{body.pk}": "" for body in (world.council, world.health)}
        hold(world, **nobody, without="They sent their answers")
        assert world.record().latest("review_held").codes["present"] == [
            world.police.holder,
            world.ira.holder,
        ]

    def test_fewer_than_the_scheme_names_need_a_reason_and_as_many_do_not(self, world):
        arrange(world)
        choose(world)
        must_be(world, 2)
        nobody = {f"present_{body.pk}": "" for body in (world.council, world.health)}
        said = refused(lambda: hold(world, **nobody, without="They sent their answers"), "below_quorum")
        assert "1 of 3 organisations came, and at least 2 must" in said
        with pytest.raises(Invalid):  # the reason for those who are missing is asked for all the same
            hold(world, **nobody, below_quorum="The room was booked for today alone")
        hold(world, **{f"present_{world.health.pk}": ""}, without="It sent its answer")
        assert world.record().latest("review_held").codes["missing"] == [world.health.holder]

    def test_with_a_reason_fewer_are_enough_and_it_is_kept(self, world):
        arrange(world)
        choose(world)
        must_be(world, 3)
        reason = "The room was booked for today alone"
        hold(world, **{f"present_{world.health.pk}": ""}, without="It sent its answer", below_quorum=reason)
        record = world.record()
        assert record.said(record.latest("review_held"), "below_quorum") == reason

    def test_a_sitting_at_which_nothing_was_done_needs_none(self, world):
        arrange(world)
        must_be(world, 3)
        world.take("adjourn_review", today=LAWFUL, business="no", reason="Two organisations did not come")
        assert world.record().has("meeting_adjourned")


def must_be(world, quorum):
    """The scheme of this case names so many."""
    text = world.record().scheme.text.replace("[meeting]\n", f"[meeting]\nquorum = {quorum}\n")
    digest = sha256(text.encode()).hexdigest()
    with as_owner():
        SchemeText.objects.create(pk=digest, code="durham", text=text)
        Case.objects.filter(pk=world.case.pk).update(scheme_id=digest)
        world.case.refresh_from_db()


def test_without_the_chair_somebody_says_who_led_it_and_why(world):
    arrange(world)
    choose(world)
    refused(lambda: hold(world, chair_came="no"), "without_chair")
    hold(world, chair_came="no", without_chair="Ira fell ill; the council led")
    assert world.ira.holder not in world.record().latest("review_held").codes["present"]


def test_conflicts_and_confidentiality_are_asked_about(world):
    arrange(world)
    choose(world)
    refused(lambda: hold(world, conflicts="", confidentiality=""), "conflicts", "confidentiality")
    refused(lambda: hold(world, conflicts="declared"), "conflict_notes")


def test_adjourned_without_business_the_review_clock_runs_on(world):
    arrange(world)
    world.take("adjourn_review", today=LAWFUL, business="no", reason="The fire alarm")
    assert run_of(world, "review").is_open
    assert "review_held" not in world.kinds()
    assert "The fire alarm" in letter(world, "date_changed", world.who)
    refused(lambda: arrange(world, today=LAWFUL, day="2027-01-08"), "late_reason")
    arrange(world, today=LAWFUL, day="2027-01-08", late_reason="The fire alarm")
    assert meeting_of(world.record()).sitting == 1


def test_adjourned_with_business_it_counts_as_held_and_a_concluding_sitting_follows(world):
    arrange(world)
    choose(world)
    refused(
        lambda: world.take(
            "adjourn_review", today=LAWFUL, business="yes", reason="More to say", came_1="came"
        ),
        "conflicts",
        "confidentiality",
        "without_chair",
        "without",
    )
    world.take("adjourn_review", today=LAWFUL, business="yes", reason="More to say", **sitting(world))
    assert run_of(world, "review").stopped_on == LAWFUL
    assert run_of(world, "plan").due == date(2027, 1, 13)
    arrange(world, today=LAWFUL, day=AHEAD)  # Monday 11 January: no clock is broken
    assert meeting_of(world.record()).sitting == 2
    hold(world, today=date(2027, 1, 11))
    with pytest.raises(NotOpen, match="has been held"):
        arrange(world, today=date(2027, 1, 11), day="2027-01-20")

"""Who takes an appeal on, to whom it is referred, what opens to them, and what they decide (MISSION D3)."""

from datetime import date

import pytest

from casereview.cases.appeal import appeal_of, panel_chair
from casereview.cases.models import Appointment, Case, Words
from casereview.cases.postgresql.roles import acting
from casereview.cases.visible import sight_of
from casereview.letters.models import SentLetter
from casereview.people.models import Membership, Term, User
from casereview.people.viewer import for_person, for_user
from casereview.process import STEPS, Invalid, NotAllowed, NotOpen
from tests.rooms.steps.appeal.conftest import LAST, NEXT, UNTIL, WHY, london
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.hearings import in_office


def scopes(world, viewer):
    with acting(viewer):
        return set(sight_of(world.case, viewer, moment(NEXT, 23)).scopes)


def codes_sent(world):
    return [letter.code for letter in world.now().letters]


@pytest.fixture
def appealed(refused):
    refused.appeals()
    return refused


def test_it_is_acknowledged_when_the_letter_has_gone(appealed):
    assert codes_sent(appealed)[-1] == "appeal_acknowledgement"
    assert not appealed.now().has("appeal_acknowledged")
    appealed.sends(LAST)
    assert appealed.now().latest("appeal_acknowledged").happened_on == LAST


def test_clerks_see_the_spine_of_every_case_and_the_appeal_once_there_is_one(refused):
    assert scopes(refused, refused.col) == {"case"}
    refused.appeals()
    assert scopes(refused, refused.col) == {"case", "appeal"}
    with acting(refused.col):
        (words,) = Words.objects.visible_to(refused.col)
    assert words.values["reasons"] == WHY


def test_all_else_opens_to_the_clerk_who_takes_it_on_and_closes_when_another_does(appealed):
    appealed.taken_on()
    whole = {"case", "application", "contact", "restricted", "appeal", "panel"}
    assert scopes(appealed, appealed.col) == whole
    appealed.taken_on(clerk=appealed.bo)
    assert scopes(appealed, appealed.col) == {"case", "appeal"}
    assert scopes(appealed, appealed.bo) == whole


def test_nobody_refers_what_they_have_not_taken_on(appealed):
    with pytest.raises(NotAllowed):
        appealed.refers()
    appealed.taken_on()
    appealed.refers()
    assert panel_chair(appealed.now()) == appealed.pam.holder


def test_whoever_had_a_part_in_the_case_does_not_clerk_its_appeal(world):
    world.refused()
    world.take("assign_owner", owner=world.cora.holder, deputy=world.dan.holder)
    cora = world.cora.holder

    user = User.objects.get(pk=cora.removeprefix("user:"))
    Membership.objects.create(user=user, role="clerk", area=world.area, since=moment(date(2026, 1, 1)))
    world.appeals()
    with pytest.raises(Invalid) as caught:
        world.take("name_clerk", viewer=world.col, today=LAST, clerk=cora)
    (why,) = caught.value.form.errors["clerk"]
    assert "Cora cannot do this: has taken part in this case (18 November 2026)" in why
    world.taken_on()


def test_a_clerk_who_comes_to_have_a_part_cannot_refer_it(appealed):
    appealed.taken_on()
    appealed.take("assign_owner", today=LAST, owner=appealed.cora.holder)

    user = User.objects.get(pk=appealed.col.holder.removeprefix("user:"))
    Membership.objects.create(
        user=user, role="body_officer", area=appealed.area, body=appealed.police, since=moment(LAST)
    )
    with pytest.raises(NotOpen, match="Another clerk must take it on"):
        appealed.refers()


def test_a_clerk_who_coordinates_too_and_works_the_case_meanwhile_cannot_go_on_with_it(appealed):
    user = User.objects.get(pk=appealed.dan.holder.removeprefix("user:"))
    Membership.objects.create(user=user, role="clerk", area=appealed.area, since=moment(date(2026, 1, 1)))
    dan = for_user(user)
    appealed.taken_on(clerk=dan)
    talk = {"route": "phone", "time": "10:00", "notes": "How it goes on", "outcome": "no_answer"}
    appealed.take("contact_appellant", viewer=dan, today=LAST, **talk)
    answers = {"panel_chair": appealed.pam.holder, "until": UNTIL.isoformat()}
    assert STEPS["refer_appeal"].is_open(appealed.now()) == ""  # a try to reach them is the clerk's own work
    appealed.take("assign_owner", viewer=dan, today=LAST, owner=appealed.cora.holder)
    with pytest.raises(NotOpen, match=r"Dan had a part in this: .*Another clerk must take it on"):
        appealed.take("refer_appeal", viewer=dan, today=LAST, **answers)
    appealed.taken_on(clerk=appealed.col)
    appealed.refers()


def test_the_bodies_hear_that_there_is_an_appeal_and_not_why(appealed):
    appealed.taken_on()
    bodies = [body.holder for body in (appealed.police, appealed.council, appealed.health)]
    appealed.take("share_appeal", viewer=appealed.col, today=LAST, bodies=bodies)
    appealed.sends(LAST)
    with acting(appealed.col):
        told = [copy.prose for copy in SentLetter.objects.filter(letter__code="appeal_notice")]
    assert len(told) == 3
    assert all("2 December 2026" in prose and WHY not in prose for prose in told)
    with pytest.raises(NotOpen, match="Every body"):
        appealed.take("share_appeal", viewer=appealed.col, today=LAST, bodies=bodies)


def test_nothing_opens_to_the_chair_of_the_panel_before_they_declare(appealed):
    appealed.taken_on()
    appealed.refers()
    assert scopes(appealed, appealed.pam) == {"appointment"}
    with acting(appealed.pam):
        (asked,) = Appointment.objects.visible_to(appealed.pam)
        assert not Case.objects.visible_to(appealed.pam).exists()
    assert (asked.part, asked.bodies, asked.took_part) == (
        "appeal",
        ["The board", "The council", "The police"],
        ["Cora"],
    )
    with pytest.raises(NotAllowed):
        appealed.take("qualify_appeal", viewer=appealed.pam, today=LAST, result="hearing", reasons="x")
    appealed.declares()
    assert scopes(appealed, appealed.pam) == {
        "appointment",
        "case",
        "application",
        "restricted",
        "appeal",
        "panel",
    }


def test_a_conflict_closes_it_and_it_goes_to_another_chair(appealed):
    appealed.before_the_chair()
    appealed.declares(conflict="yes", what="I know a neighbour")
    assert scopes(appealed, appealed.pam) == set()
    assert panel_chair(appealed.now()) == ""
    with pytest.raises(Invalid):  # whoever declared one is refused
        appealed.refers()
    appealed.refers(chair=appealed.paz)
    assert panel_chair(appealed.now()) == appealed.paz.holder


def ends(viewer, until):
    Term.objects.filter(user=viewer.holder.removeprefix("user:")).update(until=until)


def test_a_chair_of_the_panel_who_is_out_of_office_is_refused_with_the_day(appealed):
    appealed.taken_on()
    ends(appealed.pam, date(2026, 12, 1))  # the day before
    with pytest.raises(Invalid, match="out of office since 1 December 2026"):
        appealed.refers()
    ends(appealed.pam, UNTIL)
    appealed.refers()
    assert panel_chair(appealed.now()) == appealed.pam.holder


def test_a_chair_of_the_panel_without_a_term_and_one_whose_term_is_to_come_are_refused(appealed):
    appealed.taken_on()
    Term.objects.all().delete()
    with pytest.raises(Invalid, match="Pam cannot do this: not in office"):
        appealed.refers()
    in_office(appealed, appealed.pam, since=date(2027, 1, 4), until=date(2028, 12, 31))
    with pytest.raises(Invalid, match="in office only from 4 January 2027"):
        appealed.refers()


def test_nobody_chairs_the_panel_beyond_their_office_and_a_renewed_term_goes_on_from_it(appealed):
    appealed.taken_on()
    ends(appealed.pam, date(2028, 2, 29))  # UNTIL is the day after
    with pytest.raises(Invalid, match="Pam is in office until Tuesday 29 February 2028"):
        appealed.refers()
    in_office(appealed, appealed.pam, since=date(2028, 3, 1), until=date(2029, 2, 28))
    appealed.refers()
    assert panel_chair(appealed.now()) == appealed.pam.holder


def test_the_office_does_not_read_what_the_panel_says_among_itself(appealed):
    appealed.taken_on()
    answers = {"panel_chair": appealed.pam.holder, "until": UNTIL.isoformat(), "notes": "Read the minutes"}
    appealed.take("refer_appeal", viewer=appealed.col, today=LAST, **answers)

    def read(viewer):
        return [
            text
            for rows in appealed.now(viewer=viewer).words.values()
            for row in rows
            for text in row.values.values()
        ]

    assert "Read the minutes" in read(appealed.col)
    assert "Read the minutes" not in read(appealed.cora)
    assert WHY in read(appealed.cora)  # and it must answer for the review


def test_another_chair_of_the_panel_decides_nothing_here(appealed):
    appealed.before_the_chair()
    with pytest.raises(NotAllowed):
        appealed.take("qualify_appeal", viewer=appealed.paz, today=LAST, result="hearing", reasons="x")


def test_a_hearing_is_told_in_writing_and_the_notice_has_its_fourteen_days(appealed):
    appealed.before_the_chair()
    appealed.take(
        "qualify_appeal", viewer=appealed.pam, today=LAST, result="hearing", reasons="The nights in May"
    )
    (run,) = [run for run in appealed.now().deadlines if run.clock == "qualification"]
    assert run.due == date(2026, 12, 16)  # Wednesday 2 December and fourteen calendar days
    appealed.sends(NEXT)
    record = appealed.now(NEXT)
    assert record.latest("qualification_notice_sent").happened_on == NEXT
    with acting(appealed.cora):
        copy = SentLetter.objects.get(letter__code="appeal_hearing")
    assert "The nights in May" in copy.prose
    assert "The day is not set yet" in copy.prose
    assert appeal_of(record).state == "qualified"


def test_no_hearing_is_told_with_reasons_and_other_routes(appealed):
    appealed.before_the_chair()
    appealed.take(
        "qualify_appeal",
        viewer=appealed.pam,
        today=LAST,
        result="no_hearing",
        reasons="Both bodies were asked about May",
    )
    appealed.sends(LAST)
    with acting(appealed.cora):
        copy = SentLetter.objects.get(letter__code="appeal_no_hearing")
    assert "Both bodies were asked about May" in copy.prose
    assert "complaints procedure" in copy.prose
    assert "Local Government" not in copy.prose  # a commissioner leads it (LESSONS 10)
    assert "Housing Ombudsman" not in copy.prose  # nobody said that Robin is a tenant


def test_a_late_appeal_is_admitted_before_anything_else(refused):
    refused.appeals(london(2026, 12, 3, 9, 0), why_late="I was in hospital")
    refused.before_the_chair(NEXT)
    pam, decided = refused.pam, {"result": "hearing", "reasons": "The nights in May"}
    with pytest.raises(NotOpen, match="came late"):
        refused.take("qualify_appeal", viewer=pam, today=NEXT, **decided)
    refused.take("admit_late_appeal", viewer=pam, today=NEXT, admitted="yes", reasons="In hospital")
    refused.take("qualify_appeal", viewer=pam, today=NEXT, **decided)
    assert appeal_of(refused.now(NEXT)).state == "qualified"


def test_a_late_appeal_that_is_not_admitted_is_over_and_told_so(refused):
    refused.appeals(london(2026, 12, 3, 9, 0))
    refused.before_the_chair(NEXT)
    refused.take(
        "admit_late_appeal", viewer=refused.pam, today=NEXT, admitted="no", reasons="No reason was given"
    )
    refused.sends(NEXT)
    with acting(refused.cora):
        copy = SentLetter.objects.get(letter__code="appeal_too_late")
    assert "No reason was given" in copy.prose
    assert appeal_of(refused.now(NEXT)).state == "not_admitted"
    (run,) = [run for run in refused.now(NEXT).deadlines if run.clock == "qualification"]
    assert run.due == date(2026, 12, 17)  # Thursday 3 December and fourteen calendar days
    assert run.stopped_on == NEXT


def test_an_appeal_in_time_has_nothing_to_be_admitted(appealed):
    appealed.before_the_chair()
    with pytest.raises(NotOpen, match="in time"):
        appealed.take("admit_late_appeal", viewer=appealed.pam, today=LAST, admitted="no", reasons="x")


def test_what_was_said_on_the_phone_can_be_put_right_and_counts_from_the_call(refused):
    refused.keyed_in(LAST, channel="phone", read_back="on", reasons="They forgot March")
    robin = refused.now().applicant.holder

    me = for_person(refused.robin, "durham")
    refused.take("confirm_appeal", viewer=me, today=NEXT, reasons="They forgot May")
    found = appeal_of(refused.now(NEXT))
    assert found.received.happened_on == LAST
    assert not found.late
    assert refused.now(NEXT, me).said(found.received, "reasons") == "They forgot May"
    assert found.received.codes["person"] == robin
    with pytest.raises(NotOpen, match="confirmed"):
        refused.take("confirm_appeal", viewer=me, today=NEXT, reasons="Again")


def test_a_talk_with_whoever_appeals_stops_that_clock_and_they_have_heard(appealed):
    appealed.taken_on()
    talk = {"route": "phone", "time": "10:30", "notes": "She has a diary of May"}
    appealed.take("contact_appellant", viewer=appealed.col, today=LAST, outcome="no_answer", **talk)
    assert not appealed.now().has("appeal_contact_made")
    appealed.take("contact_appellant", viewer=appealed.col, today=NEXT, outcome="reached", **talk)
    (run,) = [run for run in appealed.now(NEXT).deadlines if run.clock == "appeal_contact"]
    assert run.stopped_on == NEXT

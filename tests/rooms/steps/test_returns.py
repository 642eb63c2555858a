"""What bodies hold: asked for with a date, answered or not, held back with a reason, and told to no other body."""

from datetime import date

import pytest

from casereview.cases.models import Entry
from casereview.cases.postgresql.roles import acting
from casereview.cases.returns import returns_of
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.rooms.steps import sittings
from tests.rooms.steps.conftest import THREE

MET = date(2026, 12, 18)  # a Friday
# Five working days after it: 21, 22, 23, 24 and, without Christmas Day, the substitute day on Monday 28, 29 December.
DUE = date(2026, 12, 29)


@pytest.fixture
def met(world):
    """The threshold is met, and the police and the council are asked on the same day."""
    world.apply(*THREE)
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"), today=MET)
    return world


@pytest.fixture
def asked(met):
    ask(met)
    return met


def ask(world, *bodies, **more):
    holders = [body.holder for body in bodies or (world.police, world.council)]
    world.take("ask_for_returns", bodies=holders, purpose="For the review", today=MET, **more)


def answer(world, viewer=None, today=MET, body=None, **more):
    """The police answer, having both reports that were made to them."""
    told = {
        "body": (body or world.police).holder,
        "held": "something",
        "withheld": "none",
        "given_by": "Sgt Hill",
    }
    told |= {"match_1": "held", "match_3": "not_held"} if body is None else {}
    return world.take("give_return", viewer or world.officer, today=today, **{**told, **more})


def nothing(world, viewer, body, today=MET):
    told = {"held": "nothing", "given_by": "A. Clerk"}
    return world.take("give_return", viewer, today=today, body=body.holder, **told)


def one(world, body):
    return next(one for one in returns_of(world.record()) if one.body == body)


class TestAsking:
    def test_it_waits_for_the_threshold(self, world):
        world.apply(*THREE)
        world.told_to_all()
        with pytest.raises(NotOpen, match="not been met"):
            ask(world)

    def test_each_body_has_its_own_date(self, asked):
        runs = {run.subject: run.due for run in asked.record().deadlines if run.clock == "return"}
        assert runs == {asked.police.holder: DUE, asked.council.holder: DUE}

    def test_those_that_were_told_are_ticked_and_nobody_is_asked_twice(self, met):
        from casereview.steps.ask_for_returns import AskForm

        assert set(AskForm(record=met.record()).initial["bodies"]) == {
            body.holder for body in (met.police, met.council, met.health)
        }
        ask(met)
        with pytest.raises(Invalid):
            ask(met, met.police)
        ask(met, met.health)

    def test_another_body_is_told_what_it_needs_to_see_and_no_more(self, met):
        landlord = met.police.__class__.objects.create(
            area=met.area,
            code="homes",
            kind="landlord",
            name="Homes",
            mailbox="homes@example.org",
            relevant=False,
        )
        officer = met.user("lana", "body_officer", body=landlord)
        with pytest.raises(NotAllowed):
            nothing(met, officer, landlord)
        ask(met, landlord)
        record = met.record(officer)
        asked = record.latest("information_requested")
        assert record.said(asked, "place") == "North Road"
        assert record.said(asked, "purpose") == "For the review"
        assert record.reports == []
        nothing(met, officer, landlord)

    def test_a_body_they_asked_to_keep_it_from_is_asked_only_with_a_reason(self, world):
        world.apply(*THREE, keep_from=[world.health.holder])
        world.take("dispatch_application", bodies=[world.police.holder, world.council.holder])
        world.take("propose_decision", result="met", reasons="As the receipt says")
        world.take("decide_threshold", **world.decision("met", silent_reason="Kept from it"), today=MET)
        with pytest.raises(Invalid) as refused:
            ask(world, world.health)
        assert "keep_from_reason" in refused.value.form.errors
        ask(world, world.health, keep_from_reason="They agreed on the phone")


class TestAnswering:
    def test_silence_is_never_nothing_held(self, asked):
        assert [one.state for one in returns_of(asked.record())] == ["no_answer", "no_answer"]
        nothing(asked, asked.other_officer, asked.council)
        assert (one(asked, asked.council).state, one(asked, asked.police).state) == ("nil", "no_answer")

    def test_an_answer_stops_the_clock_of_its_own_body(self, asked):
        answer(asked, today=date(2026, 12, 22))
        stopped = {run.subject: run.stopped_on for run in asked.record().deadlines if run.clock == "return"}
        assert stopped == {asked.police.holder: date(2026, 12, 22), asked.council.holder: None}

    def test_what_it_holds_becomes_entries(self, asked):
        answer(
            asked,
            reference_1="CR/77",
            outcome_1="Officer visited",
            shown_1="on",
            r1_kind="incident",
            r1_when="12/11/2026",
            r1_what="Neighbour called 101",
            r3_kind="contact",
            r3_when="early November 2026",
            r3_what="Phone call",
            a1_when="2026-11-14",
            a1_what="Warning letter",
            a1_outcome="No change",
            a1_shown="on",
        )
        numbers = {report.id: report.number for report in asked.record().reports}
        told = [
            (
                e.kind,
                e.on_from,
                e.on_to,
                e.what,
                e.outcome,
                e.reference,
                e.scope,
                numbers.get(e.report_id),
            )
            for e in asked.record().entries
        ]
        oct_2, nov_12, nov_14 = date(2026, 10, 2), date(2026, 11, 12), date(2026, 11, 14)
        first, tenth = date(2026, 11, 1), date(2026, 11, 10)
        assert told == [
            ("report", oct_2, oct_2, "As it was reported", "Officer visited", "CR/77", "application", 1),
            ("incident", nov_12, nov_12, "Neighbour called 101", "", "", "restricted", None),
            ("contact", first, tenth, "Phone call", "", "", "restricted", None),
            ("action", nov_14, nov_14, "Warning letter", "No change", "", "application", None),
        ]

    def test_no_words_stand_in_the_spine(self, asked):
        answer(asked, risk="He has a knife", r1_what="Called 101", r1_when="1/11/2026")
        fact = asked.record().latest("return_received")
        assert "knife" not in str(fact.codes)
        assert "Called" not in str(fact.codes)

    @pytest.mark.parametrize(
        ("told", "wrong"),
        [
            ({"match_3": ""}, "match_3"),
            ({"withheld": ""}, "withheld"),
            ({"withheld": "part"}, "withheld_reason"),
            ({"withheld": "all"}, "withheld_reason"),
            ({"held": "nothing"}, "held"),
            ({"r1_what": "x", "r1_when": "soon"}, "r1_when"),
            ({"r1_what": "x", "r1_when": "31/12/2026"}, "r1_when"),
            ({"r2_when": "1/11/2026"}, "r2_what"),
            ({"imported": [{"what": "x", "when": "32/1/2026"}]}, "__all__"),
        ],
    )
    def test_what_does_not_fit_together_is_refused_at_its_box(self, asked, told, wrong):
        with pytest.raises(Invalid) as refused:
            answer(asked, **told)
        assert wrong in refused.value.form.errors
        assert not asked.record().has("return_received")

    def test_what_is_held_back_needs_its_reason_and_is_shown_as_held_back(self, asked):
        answer(asked, withheld="part", withheld_reason="An open investigation")
        assert one(asked, asked.police).state == "part"
        told = {
            "held": "something",
            "given_by": "A. Clerk",
            "withheld": "all",
            "withheld_reason": "Section 45",
        }
        asked.take("give_return", asked.other_officer, today=MET, body=asked.council.holder, **told)
        assert one(asked, asked.council).state == "withheld"

    def test_a_second_answer_replaces_the_first_and_keeps_its_day(self, asked):
        answer(asked, today=date(2026, 12, 21), r1_when="1/11/2026", r1_what="First")
        answer(asked, today=date(2026, 12, 30), r1_when="1/11/2026", r1_what="Second")
        record = asked.record()
        standing = {entry.what for entry in record.standing(record.entries)}
        assert standing == {"As it was reported", "Second"}
        (run,) = [r for r in record.deadlines if r.clock == "return" and r.subject == asked.police.holder]
        assert run.stopped_on == date(2026, 12, 21)
        assert len([fact for fact in record.facts if fact.kind == "return_received"]) == 2

    def test_a_second_answer_begins_with_what_the_first_said(self, asked):
        from casereview.steps.return_form import ReturnForm

        answer(
            asked, risk="High", r1_when="early November 2026", r1_what="First", r1_shown="on", a1_what="Visit"
        )
        form = ReturnForm(record=asked.record(asked.officer), initial={"body": asked.police.holder})
        begun = {
            name: form.initial.get(name)
            for name in ("held", "match_1", "match_3", "risk", "r1_when", "a1_what")
        }
        assert begun == {
            "held": "something",
            "match_1": "held",
            "match_3": "not_held",
            "risk": "High",
            "r1_when": "early November 2026",
            "a1_what": "Visit",
        }
        assert form.initial["r1_shown"] is True

    def test_a_coordinator_answers_for_a_body_that_phoned(self, asked):
        answer(asked, viewer=asked.cora, on="2026-12-18")
        assert one(asked, asked.police).state == "answered"


class TestWhoSees:
    def test_nobody_answers_for_another_body_or_for_one_that_was_not_asked(self, asked):
        with pytest.raises(NotAllowed):
            nothing(asked, asked.officer, asked.council)
        with pytest.raises(Invalid):
            nothing(asked, asked.cora, asked.health)

    def test_no_body_sees_the_return_of_another_nor_does_the_applicant(self, asked):
        answer(
            asked,
            risk="A secret",
            r1_when="1/11/2026",
            r1_what="Held",
            r1_shown="on",
            for_applicant="We called",
        )
        robin = for_person(asked.robin, "durham")
        for viewer, entries, words in (
            (asked.officer, 2, True),
            (asked.other_officer, 0, False),
            (robin, 0, False),
        ):
            record = asked.record(viewer)
            assert len(record.entries) == entries
            said = record.latest("return_received")
            assert (record.said(said, "risk") == "A secret") is words
            assert (record.said(said, "for_applicant") == "We called") is words
        with acting(asked.other_officer):
            assert not Entry.objects.visible_to(asked.other_officer).exists()


class TestChasing:
    def chase(self, world, body, level, today):
        return world.take("chase_return", SYSTEM, today=today, body=body.holder, level=level)

    def test_it_goes_to_the_mailbox_and_at_last_to_the_escalation_contact(self, asked):
        self.chase(asked, asked.police, 0, date(2026, 12, 23))
        self.chase(asked, asked.police, 2, date(2026, 12, 30))
        letters = [
            (letter.code, letter.to) for letter in asked.record().letters if letter.code.startswith("return_")
        ]
        assert letters == [
            ("return_reminder", asked.police.holder),
            ("return_reminder", asked.police.holder),
            ("return_escalated", f"escalation:{asked.police.pk}"),
        ]
        assert one(asked, asked.police).escalated_on == date(2026, 12, 30)
        assert one(asked, asked.council).chased == ()

    def test_who_has_answered_is_not_reminded(self, asked):
        answer(asked)
        with pytest.raises(Invalid):
            self.chase(asked, asked.police, 0, date(2026, 12, 23))
        self.chase(asked, asked.council, 0, date(2026, 12, 23))

    def test_each_rung_is_taken_once(self, asked):
        self.chase(asked, asked.police, 0, date(2026, 12, 23))
        with pytest.raises(Invalid):
            self.chase(asked, asked.police, 0, date(2026, 12, 23))

    def test_only_the_system_reminds(self, asked):
        with pytest.raises(NotAllowed):
            asked.take("chase_return", body=asked.police.holder, level=0)


def test_once_the_review_is_held_nobody_waits_for_a_return_and_the_silence_stays_seen(world):
    sittings.met(world)
    ask(world)
    sittings.arrange(world)
    assert sittings.run_of(world, "return").is_open
    sittings.choose(world)
    sittings.hold(world)
    assert {run.ended_on for run in world.record().deadlines if run.clock == "return"} == {sittings.LAWFUL}
    assert {each.state for each in returns_of(world.record())} == {"no_answer"}

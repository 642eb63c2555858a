"""What the panel orders opens a case of its own: the same application, passed through the procedure once more."""

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from casereview.cases import saving
from casereview.cases.meeting import last_lawful_day
from casereview.cases.models import Case
from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.cases.owner import owner_of
from casereview.cases.postgresql.roles import acting, writing
from casereview.cases.reading import load
from casereview.cases.risk import risk_of
from casereview.cases.status import status
from casereview.cases.threshold import receipt_of
from casereview.cases.way_in import by_code, code_of, own_case
from casereview.jobs.letters import send_due
from casereview.jobs.linked_cases import open_linked_cases
from casereview.people import sessions
from casereview.people.viewer import SYSTEM
from casereview.process import NotOpen
from tests.rooms.steps.conftest import RECEIVED, THREE, moment

ON = date(2026, 12, 14)  # a Monday; no bank holiday in the ten working days but Christmas and what follows it


@pytest.fixture(autouse=True)
def today(time_machine):
    """The job that opens a linked case reads the clock."""
    time_machine.move_to(moment(ON, 13))


@pytest.fixture
def case(world):
    world.apply(*THREE)
    world.read_and_owned()
    return world.case


def upheld(world, *what, on=ON):
    """The panel's decision as its step records it: upheld, with what is asked for."""
    further = [
        {"number": n, "what": each, "owner": "area:durham", "due": "2027-01-15"}
        for n, each in enumerate(what, start=1)
    ]
    words = {f"further_{n}": f"Please look at {each}" for n, each in enumerate(what, start=1)}
    codes = {"outcome": "upheld", "further": further}
    outcome = Outcome((NewFact("appeal_decided", on, codes, words=(Told(words),)),))
    with acting(SYSTEM):
        last = load(world.case, SYSTEM).facts[-1]
        with transaction.atomic(), writing():
            saving.save(world.case, outcome, last, SYSTEM, f"decided:{what}", moment(on))


def opened(world):
    """The case that the job opens; it opens it once."""
    with acting(SYSTEM):
        assert (open_linked_cases(), open_linked_cases()) == (1, 0)
        return Case.objects.get(follows=world.case)


def refused(world):
    world.told_to_all()
    first = world.record().reports[0]
    answer = {
        f"answer_{report.number}": "confirmed" for report in world.record().reports if report.own == first.own
    }
    world.take("answer_reports", body=first.own, **answer, others=2)


def met(world):
    world.proposed("met")
    world.take("decide_threshold", **world.decision("met"))


class TestAReviewThatWasOrdered:
    @pytest.fixture
    def new(self, world, case):
        met(world)
        upheld(world, "review_part")
        return opened(world)

    def test_it_begins_with_the_order_and_its_clock_runs_from_that_day(self, world, new):
        record = world.record(case=new)
        assert record.facts[0].kind == "review_ordered"
        assert record.facts[0].codes["scope"] == "part"
        assert not record.has("application_received", "transferred_in")
        # Ten working days after Monday 14 December 2026, without Christmas Day and Monday 28 December
        assert last_lawful_day(record) == date(2026, 12, 30)
        assert {run.clock for run in record.deadlines} == {"review"}

    def test_the_application_is_there_with_all_that_was_settled(self, world, new):
        record = world.record(case=new)
        assert record.victim.name == "Robin"
        assert record.contacts_of(record.victim)[0].value == "robin@example.org"
        assert [report.own for report in record.reports] == [
            world.police.holder,
            world.council.holder,
            world.police.holder,
        ]
        assert record.said(record.facts[0], "place") == "North Road"
        assert record.said(record.facts[0], "ordered") == "Please look at review_part"
        assert (risk_of(record), owner_of(record).owner) == ("high", world.cora.holder)
        assert status(record) == "met"

    def test_the_receipt_is_that_of_the_decision_before(self, world, new, case):
        before, after = receipt_of(world.record(case=case)), receipt_of(world.record(case=new))
        assert [(route.met, route.found) for route in after.routes] == [
            (route.met, route.found) for route in before.routes
        ]
        assert after.statute.met is True

    def test_its_chair_and_returns_are_its_own_and_the_threshold_is_not_decided_again(self, world, new):
        with pytest.raises(NotOpen, match="decided"):
            world.take("decide_threshold", case=new, today=ON, **world.decision("met"))
        bodies = [world.police.holder, world.council.holder]
        world.take("ask_for_returns", case=new, today=ON, bodies=bodies, purpose="Tell us what you hold")
        assert {run.subject for run in world.record(case=new).deadlines if run.clock == "return"} == set(
            bodies
        )

    def test_both_references_lead_the_applicant_home(self, world, new, case):
        for each in (case, new):
            assert by_code(each.reference, code_of(world.robin)) == f"person:{world.robin}"
        assert own_case(f"person:{world.robin}") == new

    def test_it_is_told_to_the_applicant(self, world, new):
        record = world.record(case=new)
        assert [(letter.code, letter.to) for letter in record.letters] == [
            ("another_review", f"person:{world.robin}")
        ]


class TestADecisionThatIsReopened:
    @pytest.fixture
    def new(self, world, case):
        refused(world)
        upheld(world, "new_decision")
        return opened(world)

    def test_the_bodies_decide_again_and_confirmation_starts_the_review(self, world, new):
        record = world.record(case=new)
        assert record.facts[0].kind == "decision_reopened"
        assert {run.clock for run in record.deadlines} == {"decide"}
        assert record.deadlines[0].started_on == ON
        world.take("propose_decision", case=new, today=ON, result="met", reasons="The reports stand")
        world.take("decide_threshold", case=new, today=ON, **world.decision("met"))
        record = world.record(case=new)
        assert {run.clock for run in record.deadlines} == {"decide", "support", "chair", "review"}
        assert last_lawful_day(record) == date(2026, 12, 30)

    def test_the_windows_count_from_the_day_of_the_application(self, world, new, case):
        # Reported on 2 October 2026: within six months of the application, whenever it is decided again.
        before, after = receipt_of(world.record(case=case)), receipt_of(world.record(case=new))
        assert before.statute.met is after.statute.met is True
        assert after.routes[0].found == before.routes[0].found == 3
        ids = {str(report.id) for report in world.record(case=new).reports}
        assert set(after.routes[0].counted) <= ids

    def test_what_the_bodies_answered_is_kept(self, world, new):
        record = world.record(case=new)
        given = record.latest("reports_answered")
        assert set(given.codes["answers"]) <= {str(report.id) for report in record.reports}
        assert given.codes["others"] == 2
        assert given.happened_on == RECEIVED

    def test_bodies_that_were_told_see_it_and_others_do_not(self, world, new):
        for viewer, sees in ((world.officer, True), (world.stranger, False)):
            with acting(viewer):
                assert Case.objects.visible_to(viewer).filter(pk=new.pk).exists() is sees


def test_a_decision_that_orders_nothing_opens_nothing(world, case):
    met(world)
    upheld(world, "information")
    with acting(SYSTEM):
        assert open_linked_cases() == 0


def test_the_applicant_reads_the_letters_of_both_cases_and_opens_each_in_its_own(
    world, case, client, settings
):
    met(world)
    upheld(world, "review_whole")
    new = opened(world)
    with acting(SYSTEM):
        send_due(moment(ON, 14))
    session = client.session
    sessions.begin_as_person(type("Come", (), {"session": session})(), world.robin, "durham")
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    page = client.get(reverse("my:letters")).content.decode()
    for title in ("There will be another review", "Your case will be reviewed", "We have your request"):
        assert title in page
    old = next(letter for letter in world.record(case=case).letters if letter.code == "threshold_met")
    client.post(reverse("my:letter", args=[old.pk]))
    assert world.record(case=case).has("letter_read")
    assert not world.record(case=new).has("letter_read")

"""A case that ended goes on in one of its own: the same application, unless somebody asked again."""

from datetime import date

import pytest

from casereview.cases.meeting import last_lawful_day
from casereview.cases.models import Case
from casereview.cases.postgresql.roles import acting
from casereview.cases.status import status
from casereview.cases.way_in import own_case
from casereview.interfaces.staff.case.head import head_of
from casereview.jobs.letters import send_due
from casereview.jobs.linked_cases import open_linked_cases
from casereview.letters.markup import to_plain
from casereview.letters.models import SentLetter
from casereview.people.models import Area
from casereview.people.models.area import NEEDED
from casereview.people.viewer import SYSTEM
from casereview.process import Invalid, NotAllowed, NotOpen
from casereview.statistics.ground import Ground
from casereview.statistics.periods import Period
from tests.rooms.steps.conftest import THREE, moment
from tests.rooms.steps.test_linked_cases import opened, upheld

SAFE = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They are moving"}
MONDAY = date(2026, 12, 14)
TOLD = "The letter to your landlord was never sent."
MISTAKE = {"why_again": "mistake", "reasons": "Closed in error", "for_applicant": TOLD}
ASKED = {"why_again": "asked_again", "reasons": "Rang us", "channel": "phone", "told": "It began again"}


@pytest.fixture(autouse=True)
def today(time_machine):
    """The job that opens a linked case reads the clock."""
    time_machine.move_to(moment(MONDAY, 13))


@pytest.fixture
def case(world):
    """Read for danger, and owned by Cora."""
    world.apply(*THREE)
    world.read_and_owned()
    return world.case


@pytest.fixture
def withdrawn(world, case):
    """Told to the bodies, then withdrawn and closed."""
    world.told_to_all()
    world.take("withdraw", **SAFE)
    world.take("close")
    return case


def goes_on(world, **answers):
    """The case that the job opens after the step; it opens it once."""
    world.take("reopen", today=MONDAY, **answers)
    return opened(world)


def sent(case):
    """The only letter that goes out in the case: its code, and its text."""
    with acting(SYSTEM):
        send_due(moment(MONDAY, 14))
        (one,) = SentLetter.objects.filter(letter__case=case).select_related("letter")
        return one.letter.code, to_plain(one.prose)


def test_what_was_erased_does_not_go_on_and_keeps_nobody_else_waiting(world, withdrawn):
    world.take("reopen", today=MONDAY, **MISTAKE)
    world.take("erase_on_request", today=MONDAY, ground="objection", told=True)
    other = world.apply(*THREE)
    world.take("withdraw", today=MONDAY, **SAFE)
    world.take("reopen", today=MONDAY, **MISTAKE)
    with acting(SYSTEM):
        assert open_linked_cases() == 1
        assert Case.objects.get(follows__isnull=False).follows == other


class TestAMistake:
    def test_goes_on_in_a_case_of_its_own_with_the_application_as_it_was(self, world, withdrawn):
        new = goes_on(world, **MISTAKE)
        record = world.record(case=new)
        assert (record.facts[0].kind, record.facts[0].happened_on) == ("decision_reopened", MONDAY)
        assert record.latest("application_dispatched").codes["carried"]
        assert record.said(record.facts[0], "why_again") == TOLD
        assert record.latest("risk_triaged")
        assert [(run.clock, run.started_on) for run in record.deadlines] == [("decide", MONDAY)]
        assert record.victim.name == "Robin"
        with acting(world.officer):  # the bodies that know of it go on knowing
            assert Case.objects.visible_to(world.officer).filter(pk=new.pk).exists()

    def test_the_old_case_stays_closed_and_both_name_the_other(self, world, withdrawn):
        new = goes_on(world, **MISTAKE)
        before, after = world.record(), world.record(case=new)
        assert (status(before), status(after)) == ("closed", "with_bodies")
        with acting(world.cora):
            assert (head_of(before).goes_on_in, head_of(after).follows) == (
                new.reference,
                before.case.reference,
            )
        with pytest.raises(NotOpen, match="a case of its own"):
            world.take("reopen", today=MONDAY, **MISTAKE)

    def test_the_applicant_reads_why_and_comes_home_by_either_reference(self, world, withdrawn):
        new = goes_on(world, **MISTAKE)
        code, text = sent(new)
        assert code == "case_reopened"
        for words in (TOLD, new.reference, withdrawn.reference, "The organisations decide whether"):
            assert words in text
        assert own_case(f"person:{world.robin}") == new

    def test_whoever_has_died_is_not_written_to(self, world, case):
        world.take("record_death", notes="Her son rang")
        world.take("close")
        assert not world.record(case=goes_on(world, **MISTAKE)).letters

    def test_after_a_met_threshold_there_is_another_review_with_its_own_ten_days(self, world, case):
        world.proposed("met")
        world.take("decide_threshold", **world.decision("met"))
        world.take("withdraw", **SAFE)
        record = world.record(case=goes_on(world, **MISTAKE))
        assert record.facts[0].kind == "review_ordered"
        # Ten working days after Monday 14 December 2026, without Christmas Day and Monday 28 December
        assert last_lawful_day(record) == date(2026, 12, 30)
        assert {run.clock for run in record.deadlines} == {"review"}


class TestSomebodyWhoAsksAgain:
    def test_has_applied_on_the_day_they_asked_and_every_clock_of_an_application_runs(self, world, withdrawn):
        record = world.record(case=goes_on(world, **ASKED))
        first = record.facts[0]
        assert (first.kind, first.happened_on, first.codes["channel"]) == (
            "application_received",
            MONDAY,
            "phone",
        )
        assert record.said(first, "told") == "It began again"
        clocks = {run.clock: run.started_on for run in record.deadlines}
        assert clocks == dict.fromkeys(("triage", "acknowledge", "contact", "dispatch", "decide"), MONDAY)
        assert not record.has("application_dispatched", "risk_triaged")
        assert record.has("owner_assigned")
        assert [report.number for report in record.reports] == [1, 2, 3]

    def test_the_bodies_see_it_once_they_are_told(self, world, withdrawn):
        new = goes_on(world, **ASKED)
        with acting(world.officer):
            assert not Case.objects.visible_to(world.officer).filter(pk=new.pk).exists()

    def test_is_told_that_the_request_arrived_and_that_nothing_need_be_told_again(self, world, withdrawn):
        new = goes_on(world, **ASKED)
        code, text = sent(new)
        assert code == "acknowledgement"
        assert "Monday 14 December 2026" in text
        assert f"what you told us before, under the reference {withdrawn.reference}" in text


@pytest.mark.parametrize(("answers", "applications"), [(MISTAKE, 1), (ASKED, 2)], ids=["mistake", "asked"])
def test_only_whoever_asks_again_counts_as_an_application_again(world, withdrawn, answers, applications):
    goes_on(world, **answers)
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    with acting(SYSTEM):
        ground = Ground("durham", period, date(2027, 1, 1))
        assert ground.number("application_received", "transferred_in") == applications


class TestWhenAndByWhom:
    def test_a_case_that_has_not_ended_is_not_reopened(self, world, case):
        with pytest.raises(NotOpen, match="not ended"):
            world.take("reopen", **MISTAKE)

    def test_nobody_of_another_area_or_of_a_body_reopens_it(self, world, withdrawn):
        for viewer in (world.stranger, world.officer):
            with pytest.raises(NotAllowed):
                world.take("reopen", viewer, **MISTAKE)

    def test_what_another_office_sends_back_goes_on_here(self, world, case):
        world.take("transfer", to="The office in Sunderland", how="By phone")
        assert world.record(case=goes_on(world, **MISTAKE)).facts[0].kind == "decision_reopened"

    def test_what_another_area_of_the_service_has_goes_on_there(self, world, case):
        fields = dict.fromkeys(NEEDED, "x") | {"email": "a@example.org", "duty_email": "d@example.org"}
        Area.objects.filter(pk="darlington").update(**fields, switched_on=True)
        world.take("transfer", area="darlington", to="Darlington")
        with pytest.raises(NotOpen, match="pass it back"):
            world.take("reopen", **MISTAKE)

    def test_reasons_are_asked_for(self, world, withdrawn):
        for missing, answers in (("for_applicant", MISTAKE), ("reasons", MISTAKE), ("told", ASKED)):
            with pytest.raises(Invalid) as refused:
                world.take("reopen", **{**answers, missing: ""})
            assert missing in refused.value.form.errors
        early = date(2026, 11, 17).isoformat()
        with pytest.raises(Invalid) as refused:
            world.take("reopen", **MISTAKE, on=early)
        assert "on" in refused.value.form.errors

    def test_an_appeal_upheld_after_a_reopening_still_opens_its_own_case(self, world, case):
        world.proposed("met")
        world.take("decide_threshold", **world.decision("met"))
        world.take("withdraw", **SAFE)
        first = goes_on(world, **MISTAKE)
        upheld(world, "review_whole")
        with acting(SYSTEM):
            assert (open_linked_cases(), open_linked_cases()) == (1, 0)
            (second,) = Case.objects.filter(follows=world.case).exclude(pk=first.pk)
        assert world.record(case=second).facts[0].codes["ordered_by"] == "panel"

"""What is derived of an appeal: until when it is in time, where it stands, who has it."""

from datetime import date

from django.utils import timezone

from casereview.cases import appeal
from casereview.cases.appeal_rules import is_late
from casereview.cases.models import Case, Deadline, Fact
from casereview.cases.record import Record
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name


def record(*facts, due=None):
    """A record of these facts, each its kind or a pair of kind and codes, with a last day to appeal if there is one."""
    case = Case(reference="K7M-4QD", area="durham")
    rows = [
        Fact(case=case, number=number, kind=kind, happened_on=date(2026, 12, 1 + number), codes=codes)
        for number, (kind, codes) in enumerate(
            ((fact, {}) if isinstance(fact, str) else fact for fact in facts), start=1
        )
    ]
    deadlines = [Deadline(case=case, clock="appeal", due=due)] if due else []
    made = Record(case=case, viewer=SYSTEM, now=timezone.now(), facts=rows, deadlines=deadlines)
    made.scheme = by_name("durham", date(2026, 12, 1))
    return made


MADE = ("appeal_received", {"about": "review", "late": False})


def test_an_appeal_is_against_the_plan_that_was_sent_else_against_a_refusal():
    assert appeal.may_appeal_about(record("threshold_met", "plan_sent")) == "review"
    assert appeal.may_appeal_about(record("threshold_not_met")) == "threshold"
    assert appeal.may_appeal_about(record("threshold_not_met", "case_closed")) == "threshold"
    assert appeal.may_appeal_about(record("threshold_met")) == ""
    assert appeal.may_appeal_about(record("application_received")) == ""


def test_one_appeal_runs_at_a_time():
    assert appeal.may_appeal_about(record("plan_sent", MADE)) == ""
    assert appeal.may_appeal_about(record("plan_sent", MADE, "appeal_withdrawn")) == "review"


def test_it_is_late_only_after_a_last_day_that_is_fixed():
    assert not is_late(record("plan_sent"), date(2030, 1, 1))
    fixed = record("plan_completed", due=date(2026, 12, 15))
    assert not is_late(fixed, date(2026, 12, 15))
    assert is_late(fixed, date(2026, 12, 16))


def test_where_it_stands_is_the_last_that_happened_to_the_last_appeal():
    found = appeal.appeals(record("plan_sent", MADE, "appeal_withdrawn", MADE, "appeal_acknowledged"))
    assert [each.state for each in found] == ["withdrawn", "acknowledged"]
    assert [each.ended for each in found] == [True, False]


def test_it_is_over_once_whoever_made_it_was_told():
    assert not appeal.is_over(record(MADE))
    assert not appeal.is_over(record(MADE, "appeal_not_qualified"))
    assert appeal.is_over(record(MADE, "appeal_not_qualified", "qualification_notice_sent"))
    # The notice that there will be a hearing ends nothing.
    assert not appeal.is_over(record(MADE, "appeal_qualified", "qualification_notice_sent", "appeal_decided"))
    assert appeal.is_over(record(MADE, "appeal_withdrawn"))


def test_whom_it_is_referred_to_and_whether_they_have_declared():
    referred = ("appeal_referred", {"panel_chair": "user:7"})
    declared = ("panel_declared", {"member": "user:7"})
    conflict = ("panel_conflict_declared", {"member": "user:7"})
    assert appeal.panel_chair(record(MADE, referred)) == "user:7"
    assert not appeal.has_declared(record(MADE, referred), "user:7")
    assert appeal.has_declared(record(MADE, referred, declared), "user:7")
    assert appeal.panel_chair(record(MADE, referred, conflict)) == ""
    assert not appeal.has_declared(record(MADE, referred, declared, conflict), "user:7")
    again = ("appeal_referred", {"panel_chair": "user:9"})
    assert appeal.panel_chair(record(MADE, referred, conflict, again)) == "user:9"

"""Who owns an action is reminded before its date, on it and after it; the case waits for whose date is nearest."""

from datetime import date

from casereview.cases.action_reminders import reminders
from casereview.cases.late_actions import unspoken
from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.jobs.actions import chase_actions
from casereview.people.viewer import SYSTEM
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.plan.conftest import SENT, letters, update

DUE = date(2026, 12, 10)  # a Thursday


def chased(world, today):
    with acting(SYSTEM):
        found = [
            (each.action.number, each.level, each.escalates) for each in reminders(world.now(today, SYSTEM))
        ]
    return found


def test_owners_are_reminded_before_on_and_after_the_date(sent):
    """Due on Thursday 10 December: two working days before is Tuesday, the day after Friday."""
    assert chased(sent, date(2026, 12, 7)) == []
    assert chased(sent, date(2026, 12, 8)) == [(1, 0, False), (2, 0, False)]
    assert chased(sent, DUE) == [(1, 1, False), (2, 1, False)]
    assert chased(sent, date(2026, 12, 11)) == [(1, 2, True), (2, 2, True)]
    update(sent)
    assert chased(sent, date(2026, 12, 11)) == [(2, 2, True)]


def test_nobody_is_reminded_twice_and_a_new_date_begins_anew(sent, time_machine):
    sent.police.escalation_email = "head@example.org"
    sent.police.save()
    time_machine.move_to(moment(date(2026, 12, 11)))
    with acting(SYSTEM):
        assert chase_actions() == 2
        assert chase_actions() == 0
    sent.post(date(2026, 12, 11))
    [escalated] = [letter for letter in letters("action_escalated") if letter.route == "email_full"]
    assert "1 day late" in escalated.prose
    assert "interpreter" not in escalated.prose  # nothing of the case goes to a mailbox outside
    update(sent, today=date(2026, 12, 11), status="late", new_due="2026-12-17", told="Ill")
    assert chased(sent, date(2026, 12, 14)) == []
    assert chased(sent, date(2026, 12, 15)) == [(1, 0, False)]  # Tuesday, two working days before Thursday


def worked(world, time_machine, today):
    """One round of the worker on that day; the letters about the plan that the applicant got by it."""
    before = len(letters("plan_progress"))
    time_machine.move_to(moment(today))
    with acting(SYSTEM):
        chase_actions()
    world.post(today)
    return [letter.prose.replace("\\", "") for letter in letters("plan_progress")[before:]]


def test_the_applicant_hears_once_of_what_is_late_and_nobody_speaks_of(sent, time_machine):
    """Due on Thursday, the escalation contact hears on Friday, the applicant on Monday: one letter for each action."""
    assert worked(sent, time_machine, date(2026, 12, 11)) == []
    first, second = worked(sent, time_machine, date(2026, 12, 14))
    assert "The action: Somebody will speak to the people above you." in first
    assert "The action: The council will write to them." in second
    for letter in (first, second):
        assert "is late. We do not know yet why, or when it will be done." in letter
        assert "The date in the plan: Thursday 10 December 2026" in letter
        assert "date they gave later" not in letter
        assert "## Why" not in letter
    assert unspoken(sent.now(date(2026, 12, 15), SYSTEM)) == []
    assert worked(sent, time_machine, date(2026, 12, 15)) == []


def test_what_was_done_or_said_to_be_blocked_or_has_a_new_date_is_not_told_again(sent, time_machine):
    sent.agree(told="A third thing.", what="A third thing")
    sent.settle(today=date(2026, 12, 4), changes="One more")
    update(sent)
    update(sent, action=2, status="blocked", told="The flat is empty.")
    update(sent, action=3, status="late", told="Ill.", new_due="2026-12-15")
    assert worked(sent, time_machine, date(2026, 12, 14)) == []
    [late_again] = worked(sent, time_machine, date(2026, 12, 17))  # two working days after the new date
    assert "A third thing." in late_again
    assert "The date in the plan: Thursday 10 December 2026" in late_again
    assert "The date they gave later: **Tuesday 15 December 2026**" in late_again
    assert worked(sent, time_machine, date(2026, 12, 18)) == []


def test_under_way_says_nothing_to_the_applicant_so_they_hear_when_it_is_late(sent, time_machine):
    update(sent, status="under_way", told="", evidence="")
    update(sent, action=2)
    assert len(worked(sent, time_machine, date(2026, 12, 14))) == 1


def test_nothing_is_queued_for_somebody_who_has_died(sent, time_machine):
    sent.take("record_death", notes="Their sister called")
    worked(sent, time_machine, date(2026, 12, 14))
    assert not sent.now(date(2026, 12, 14)).has("late_action_told")


def test_the_next_date_of_a_case_is_its_nearest_open_action(sent):
    def summary():
        with acting(SYSTEM):
            return Summary.objects.get(case=sent.case)

    signs = ("danger", "domestic_abuse", "child", "suicide", "safeguarding", "hate_motive")
    sent.take("triage_risk", **dict.fromkeys(signs, "no"), risk="standard")  # no other date is left
    assert (summary().next_due, summary().next_clock) == (DUE, "action")
    update(sent, today=SENT)
    assert (summary().next_subject, summary().waiting_for) == (sent.council.holder, sent.council.holder)
    update(sent, action=2, today=SENT)
    assert summary().next_clock == ""

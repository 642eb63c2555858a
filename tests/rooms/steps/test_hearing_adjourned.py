"""A hearing that has begun and goes on another day: who is told, what stays, and when the outcome is due (D4, D6)."""

from datetime import date

import pytest

from casereview.cases.appeal import appeal_of
from casereview.cases.hearing import REVIEW, hearing_of, view_of, views
from casereview.cases.models import Deadline
from casereview.cases.postgresql.roles import acting
from casereview.letters.models import SentLetter
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import Invalid, NotAllowed, NotOpen
from casereview.steps.appeal_decision_form import DecisionForm
from tests.beginnings import beginning
from tests.rooms.steps.hearings import (
    HEARD,
    TODAY,
    adjourned,
    arranged,
    composed,
    decision,
    held,
    refused_and_appealed,
    send,
)

WENT_ON = date(2026, 12, 18)  # the Friday after
NEXT = date(2026, 12, 14)  # the Monday on which that day is set


@beginning
def begun(world):
    """Before a panel of three, with what both sides wrote, on Friday 11 December 2026."""
    refused_and_appealed(world)
    composed(world)
    arranged(world)
    robin = for_person(world.robin, "durham")
    world.take("give_appeal_view", robin, TODAY, person=robin.holder, view="Read my diary")
    world.take("give_appeal_view", world.cora, TODAY, person=world.police.holder, view="We did")
    return world


def outcome_due(world):
    with acting(SYSTEM):
        return [run.due for run in Deadline.objects.filter(case=world.case, clock="outcome")]


def letters(world, code, on=NEXT):
    send(on)
    with acting(SYSTEM):
        sent = SentLetter.objects.filter(case=world.case, letter__code=code).order_by("letter__queued_at")
        return [(each.letter.to, each.prose.replace("\\", "")) for each in sent.select_related("letter")]


def test_the_days_to_the_outcome_run_from_the_sitting_that_ends_it(begun):
    adjourned(begun)
    assert outcome_due(begun) == []
    assert appeal_of(begun.record(SYSTEM)).state == "part_heard"
    with pytest.raises(NotOpen, match="has not been held"):
        begun.take("decide_appeal", begun.panel_chair, HEARD, **decision(begun))
    with pytest.raises(NotOpen, match="No hearing is arranged"):
        held(begun, NEXT)
    arranged(begun, WENT_ON, NEXT)
    held(begun, WENT_ON)
    # 14 calendar days after Friday 18 December 2026
    assert outcome_due(begun) == [date(2027, 1, 1)]
    begun.take("decide_appeal", begun.panel_chair, WENT_ON, **decision(begun))
    ((_to, outcome),) = letters(begun, "appeal_outcome", WENT_ON)
    assert "no review on Friday 11 December 2026 and Friday 18 December 2026" in outcome


def test_everybody_who_was_invited_is_told_why_and_that_nothing_has_to_be_said_again(begun):
    adjourned(begun)
    ((to, own),) = letters(begun, "hearing_adjourned_own")
    assert to == f"person:{begun.robin}"
    for told in (
        "The panel began to hear your appeal about the decision that there will be no review "
        "on **Friday 11 December 2026**",
        "The landlord is asked for its report",
        "You do not have to say it again",
        "The new day is not set yet",
        "within 14 days of that day",
    ):
        assert told in own
    others = dict(letters(begun, "hearing_adjourned"))
    members = [begun.panel_chair.holder, *(each.holder for each in begun.members[:2])]
    assert set(others) == {*members, begun.police.holder, begun.council.holder}
    assert "The landlord is asked for its report" in others[begun.police.holder]
    assert "Robin" not in others[begun.police.holder]


def test_the_next_sitting_is_a_date_of_its_own_and_its_invitation_says_that_it_goes_on(begun):
    adjourned(begun)
    arranged(begun, WENT_ON, NEXT)
    hearing = hearing_of(begun.record(SYSTEM))
    assert (hearing.day, hearing.sitting, hearing.sequence) == (WENT_ON, 2, 1)
    (_first, (_to, again)) = letters(begun, "hearing_invitation")
    assert "began on Friday 11 December 2026. It goes on." in again
    assert "Friday 18 December 2026" in again


def test_what_was_written_stays_and_what_is_written_between_two_sittings_is_added(begun):
    adjourned(begun)
    robin = for_person(begun.robin, "durham")
    for told in ("The report", "The report says what I said"):  # of these the last counts
        begun.take("give_appeal_view", robin, NEXT, person=robin.holder, view=told)
    record = begun.record(SYSTEM)
    assert [record.said(fact, "view") for fact in views(record, "applicant")] == [
        "Read my diary",
        "The report says what I said",
    ]
    assert [record.said(fact, "view") for fact in views(record, REVIEW)] == ["We did"]
    assert record.said(view_of(record, robin.holder), "view") == "The report says what I said"
    assert view_of(record, begun.police.holder) is None  # nothing of theirs is there to be replaced


def test_an_invitation_to_the_first_sitting_is_none_to_the_next(begun):
    adjourned(begun)
    arranged(begun, WENT_ON, NEXT, people=[])
    with pytest.raises(Invalid) as found:
        held(begun, WENT_ON)
    assert list(found.value.form.errors) == ["uninvited_1"]
    held(begun, WENT_ON, uninvited_1="She was called, and said go on")


def test_who_was_there_is_kept_of_each_sitting_and_the_panel_sees_who_missed_one(begun):
    chair, mel, max_ = begun.panel_chair.holder, begun.members[0].holder, begun.members[1].holder
    adjourned(begun, present=[chair, mel])
    arranged(begun, WENT_ON, NEXT)
    held(begun, WENT_ON, came_1="not")
    record = begun.record(SYSTEM)
    first, last = record.latest("hearing_adjourned"), record.latest("hearing_held")
    assert (first.codes["present"], first.codes["missing"]) == ([chair, mel], [max_])
    assert last.codes["present"] == [chair, mel, max_]
    robin = f"person:{begun.robin}"
    assert (first.codes["came"], last.codes["came"]) == ({robin: "came"}, {robin: "not"})
    assert dict(DecisionForm(record=record).fields["agreed"].choices) == {
        chair: "Pam",
        mel: "Mel",
        max_: "Max (was not there on 11 December 2026)",
    }


def test_only_the_clerk_adjourns_it_with_a_reason_and_once_it_has_begun(begun):
    with pytest.raises(NotOpen, match="11 December 2026"):
        adjourned(begun, date(2026, 12, 10))
    with pytest.raises(Invalid) as found:
        adjourned(begun, reason="", present=[begun.panel_chair.holder])
    assert set(found.value.form.errors) == {"reason", "present"}
    for viewer in (begun.panel_chair, begun.members[0], begun.cora):
        with pytest.raises(NotAllowed):
            begun.take("adjourn_hearing", viewer, HEARD, reason="x")
    adjourned(begun)

"""The panel of an appeal, its hearing, and the decision (MISSION D4–D6)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from casereview.cases.appeal import appeal_of, is_over
from casereview.cases.hearing import hearing_of, members, panel
from casereview.cases.models import Access, Case, Deadline, Summary
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.jobs.linked_cases import open_linked_cases
from casereview.letters.models import SentLetter
from casereview.people.models import Interest, Term, User
from casereview.people.viewer import SYSTEM, for_person
from casereview.process import Invalid, NotAllowed, NotOpen
from tests.beginnings import beginning
from tests.rooms.steps.conftest import moment
from tests.rooms.steps.hearings import (
    HEARD,
    TODAY,
    arranged,
    asked_for,
    composed,
    decision,
    held,
    in_office,
    refused_and_appealed,
    send,
)


@beginning
def refused(world):
    """Two incidents are too few: refused, and appealed against; there will be a hearing."""
    refused_and_appealed(world)
    return world


def sees(viewer, case, scope, at):
    with as_owner():
        held = list(Access.objects.filter(case=case, holder__in=viewer.holders, scope=scope))
    return any(each.until is None or each.until > at for each in held)


def summary_of(world):
    with acting(SYSTEM):
        return Summary.objects.get(case=world.case)


class TestThePanel:
    def test_nothing_opens_before_a_member_has_declared_and_nothing_after_the_last_day(self, refused):
        mel, case = refused.members[0], refused.case
        refused.take("appoint_panel", refused.clerk, TODAY, members=[mel.holder], until="2028-12-31")
        now = moment(TODAY, 13)
        assert sees(mel, case, "appointment", now)
        assert not sees(mel, case, "case", now)
        refused.take("declare_panel_member", mel, TODAY, conflict="no")
        assert all(sees(mel, case, scope, now) for scope in ("case", "application", "appeal", "panel"))
        assert not sees(mel, case, "contact", now)
        # 31 December 2028 is the last day: it ends with that day in London
        assert sees(mel, case, "appeal", moment(date(2028, 12, 31), 23))
        assert not sees(mel, case, "appeal", moment(date(2029, 1, 1), 0))

    def test_whoever_declares_a_conflict_sees_nothing_and_the_clerk_hears_of_it(self, refused):
        mel, max_ = refused.members[:2]
        composed(refused, mel, max_)
        refused.take("declare_panel_member", mel, TODAY, conflict="yes", what="My neighbour")
        assert not sees(mel, refused.case, "case", timezone.now() + timedelta(days=3650))
        record = refused.record(SYSTEM)
        assert [each.holder for each in members(record)] == [max_.holder]
        assert [letter.to for letter in record.letters if letter.code == "panel_substitute"] == [
            refused.clerk.holder
        ]
        composed(refused, refused.members[2])  # the substitute
        assert len(panel(refused.record(SYSTEM))) == 3

    def test_a_conflict_has_to_be_named(self, refused):
        refused.take(
            "appoint_panel", refused.clerk, TODAY, members=[refused.members[0].holder], until="2028-12-31"
        )
        with pytest.raises(Invalid):
            refused.take("declare_panel_member", refused.members[0], TODAY, conflict="yes")

    def test_only_whoever_was_asked_may_declare(self, refused):
        composed(refused, refused.members[0])
        with pytest.raises(NotAllowed):
            refused.take("declare_panel_member", refused.members[1], TODAY, conflict="no")

    def test_somebody_out_of_office_is_refused_with_the_day(self, refused):
        old = refused.user("old", "panel_member")
        in_office(refused, old, until=date(2026, 10, 31))
        with pytest.raises(Invalid, match="out of office since") as found:
            refused.take("appoint_panel", refused.clerk, TODAY, members=[old.holder], until="2028-12-31")
        assert "31 October 2026" in str(found.value.form.errors)

    def test_nobody_sits_beyond_their_term(self, refused):
        Term.objects.filter(user=refused.members[0].holder.removeprefix("user:")).update(
            until=date(2026, 12, 20)
        )
        mel = [refused.members[0].holder]
        with pytest.raises(Invalid, match="in office until"):
            refused.take("appoint_panel", refused.clerk, TODAY, members=mel, until="2026-12-21")
        refused.take("appoint_panel", refused.clerk, TODAY, members=mel, until="2026-12-20")

    def test_somebody_with_an_interest_in_a_body_of_the_case_is_refused_by_name(self, refused):
        user = User.objects.get(email="mel@example.org")
        words = "Sister works there"
        Interest.objects.create(user=user, body=refused.police, words=words, since=date(2020, 1, 1))
        with pytest.raises(Invalid, match=words):
            refused.take(
                "appoint_panel", refused.clerk, TODAY, members=[refused.members[0].holder], until="2028-12-31"
            )

    def test_somebody_who_worked_the_case_is_refused(self, refused):
        user = User.objects.get(pk=refused.cora.holder.removeprefix("user:"))
        refused.user_membership = user.membership_set.create(
            role="panel_member", area=refused.area, since=moment(date(2026, 1, 1))
        )
        Term.objects.create(user=user, area=refused.area, since=date(2026, 1, 1), until=date(2029, 1, 1))
        with pytest.raises(Invalid, match="has taken part in this case"):
            refused.take(
                "appoint_panel", refused.clerk, TODAY, members=[refused.cora.holder], until="2028-12-31"
            )


class TestTheHearing:
    def test_both_sides_and_the_panel_are_invited(self, refused):
        composed(refused)
        arranged(refused)
        record = refused.record(SYSTEM)
        sent = [(letter.code, letter.to) for letter in record.letters if letter.code.startswith("hearing_")]
        assert ("hearing_invitation", f"person:{refused.robin}") in sent
        assert ("hearing_review", refused.police.holder) in sent
        assert [to for code, to in sent if code == "hearing_panel"] == panel(record)
        assert hearing_of(record).day == HEARD

    def test_one_person_is_no_panel(self, refused):
        with pytest.raises(Invalid, match="Fewer than two"):
            arranged(refused)

    @pytest.mark.parametrize(
        ("day", "why"), [(date(2026, 12, 12), "no working day"), (date(2026, 11, 29), "lies ahead")]
    )
    def test_a_day_that_cannot_be_is_refused(self, refused, day, why):
        composed(refused)
        with pytest.raises(Invalid, match=why):
            arranged(refused, day)

    def test_a_changed_day_is_told_with_its_reason(self, refused):
        composed(refused)
        arranged(refused)
        with pytest.raises(Invalid, match="Say why it is changed"):
            arranged(refused, date(2026, 12, 14))
        arranged(refused, date(2026, 12, 14), change_reason="The room is flooded")
        record = refused.record(SYSTEM)
        assert [letter.to for letter in record.letters if letter.code == "date_changed"] == [
            f"person:{refused.robin}"
        ]
        assert hearing_of(record).sequence == 1

    def test_put_off_it_stands_no_more(self, refused):
        composed(refused)
        arranged(refused)
        refused.take("cancel_hearing", refused.clerk, TODAY, reason="The chair is ill")
        assert hearing_of(refused.record(SYSTEM)) is None

    def test_the_applicant_chooses_and_writes_until_it_begins(self, refused):
        composed(refused)
        arranged(refused)
        robin = for_person(refused.robin, "durham")
        part = {"person": robin.holder, "part": "in_writing"}
        refused.take("choose_hearing_part", robin, TODAY, **part)
        refused.take("give_appeal_view", robin, TODAY, person=robin.holder, view="Read my diary")
        with pytest.raises(NotAllowed):
            refused.take("give_appeal_view", robin, TODAY, person=refused.police.holder, view="We agree")
        with pytest.raises(NotOpen, match="begun"):
            refused.take("give_appeal_view", robin, HEARD, person=robin.holder, view="Too late")

    def test_it_is_not_held_before_its_day_nor_by_one_person(self, refused):
        composed(refused)
        arranged(refused)
        with pytest.raises(NotOpen, match="11 December 2026"):
            held(refused, date(2026, 12, 10))
        with pytest.raises(Invalid, match="never one person"):
            refused.take(
                "hold_hearing", refused.clerk, HEARD, present=[refused.panel_chair.holder], came_1="not"
            )
        held(refused)
        with acting(SYSTEM):
            run = Deadline.objects.get(case=refused.case, clock="outcome")
        # 14 calendar days after Friday 11 December 2026
        assert run.due == date(2026, 12, 25)

    def test_without_an_invitation_it_needs_a_reason(self, refused):
        composed(refused)
        arranged(refused, people=[])
        with pytest.raises(Invalid) as found:
            held(refused)
        assert "uninvited_1" in found.value.form.errors

    def test_a_member_cannot_arrange_and_a_coordinator_cannot_either(self, refused):
        composed(refused)
        for viewer in (refused.members[0], refused.cora, refused.panel_chair):
            with pytest.raises(NotAllowed):
                refused.take("cancel_hearing", viewer, TODAY, reason="x")


@beginning
def heard(refused):
    composed(refused)
    arranged(refused)
    held(refused)
    return refused


class TestTheDecision:
    def take(self, world, viewer=None, **answers):
        world.take("decide_appeal", viewer or world.panel_chair, HEARD, **answers)

    def test_each_consideration_is_answered_or_does_not_apply(self, heard):
        answers = decision(heard)
        del answers["consideration_impact"]
        with pytest.raises(Invalid) as found:
            self.take(heard, **answers)
        assert list(found.value.form.errors) == ["consideration_impact"]
        self.take(heard, **decision(heard))
        assert heard.record(SYSTEM).latest("appeal_decided").codes["considered"] == {
            "impact": "answered",
            "persistence": "answered",
            "all_partners_included": "does_not_apply",
            "what_was_considered": "answered",
            "more_could_be_done": "answered",
        }

    def test_it_is_signed_by_the_panels_chair_alone(self, heard):
        for viewer in (heard.members[0], heard.clerk, heard.cora):
            with pytest.raises(NotAllowed):
                self.take(heard, viewer, **decision(heard))

    def test_not_upheld_reads_as_it_is_and_quotes_the_page_in_brackets(self, heard):
        self.take(heard, **decision(heard))
        send(HEARD)
        record = heard.record(SYSTEM)
        assert is_over(record)
        assert appeal_of(record).state == "decided"
        with acting(SYSTEM):
            sent = SentLetter.objects.get(case=heard.case, letter__code="appeal_outcome")
        letter = sent.prose.replace("\\", "")
        assert "The panel did not uphold the appeal." in letter
        assert "(The public page calls this “to overturn the appeal”.)" in letter
        assert "The diary was never read" in letter
        assert "This does not apply to your appeal." in letter
        assert not [run for run in record.deadlines if run.clock == "outcome" and run.is_open]
        heard.take("close", today=HEARD)
        assert heard.record().latest("case_closed").codes == {"reason": "appeal_decided"}

    def test_it_is_not_closed_before_the_outcome_was_sent(self, heard):
        self.take(heard, **decision(heard))
        with pytest.raises(NotOpen, match="appeal"):
            heard.take("close", today=HEARD)

    def test_process_only_needs_comments(self, heard):
        with pytest.raises(Invalid) as found:
            self.take(heard, **decision(heard, "process_only"))
        assert list(found.value.form.errors) == ["comments"]
        self.take(heard, **decision(heard, "process_only", comments="Answer sooner"))

    def test_an_upheld_refusal_asks_for_a_new_decision_with_owner_and_day(self, heard):
        with pytest.raises(Invalid) as found:
            self.take(heard, **decision(heard, "upheld", wanted=["information"]))
        assert {"wanted", "what_information", "owner_information"} <= set(found.value.form.errors)
        wanted = {"wanted": ["new_decision"], **asked_for("new_decision", "area:durham")}
        self.take(heard, **decision(heard, "upheld", **wanted))
        with acting(SYSTEM):
            assert (open_linked_cases(), open_linked_cases()) == (1, 0)
            new = Case.objects.get(follows=heard.case)
        record = heard.record(case=new)
        assert record.facts[0].kind == "decision_reopened"
        assert record.facts[0].happened_on == HEARD
        assert record.said(record.facts[0], "ordered") == "Please see to new_decision"

    def test_what_was_asked_for_is_owed_until_it_is_done(self, heard):
        wanted = {
            "wanted": ["information", "new_decision"],
            **asked_for("information", heard.police.holder, date(2026, 12, 18)),
            **asked_for("new_decision", "area:durham"),
        }
        self.take(heard, **decision(heard, "upheld", **wanted))
        send(HEARD)
        summary = summary_of(heard)
        assert (summary.next_due, summary.next_clock) == (date(2026, 12, 18), "further_action")
        assert summary.waiting_for == heard.police.holder
        heard.take("do_further_action", today=HEARD, number=1, done="They wrote to her")
        assert summary_of(heard).next_due == HEARD + timedelta(days=21)

"""What never comes before what, and what never comes after it: the procedure's order, written down by hand."""

from casereview.cases.models import Fact
from casereview.cases.record import Record

TO_BE_REVIEWED = ("threshold_met", "review_ordered")
# A fact of this kind wants one of those before it, in its own case.
AFTER: dict[str, tuple[str, ...]] = {
    "reports_answered": ("application_dispatched",),
    "decision_proposed": ("application_dispatched",),
    "body_view_recorded": ("decision_proposed",),
    "decision_notice_sent": ("threshold_met", "threshold_not_met"),
    "support_offered": TO_BE_REVIEWED,
    "support_answered": ("support_offered",),
    "support_referred": ("support_answered",),
    "chair_appointed": TO_BE_REVIEWED,
    "chair_declared": ("chair_appointed",),
    "information_requested": TO_BE_REVIEWED,
    "return_received": ("information_requested",),
    "dates_proposed": TO_BE_REVIEWED,
    "availability_said": ("dates_proposed",),
    "availability_chased": ("dates_proposed",),
    "meeting_arranged": TO_BE_REVIEWED,
    "pack_sent": ("meeting_arranged",),
    "review_held": ("meeting_arranged",),
    "minutes_written": ("meeting_arranged",),
    "minutes_signed": ("review_held",),
    "action_agreed": ("meeting_arranged",),
    "plan_drafted": ("minutes_signed",),
    "plan_commented": ("plan_drafted",),
    "plan_settled": ("minutes_signed",),
    "plan_sent": ("plan_settled",),
    "action_done": ("plan_settled",),
    "applicant_asked": ("plan_settled",),
    "applicant_answered": ("applicant_asked",),
    "plan_completed": ("applicant_asked", "applicant_died"),
    "completion_notice_sent": ("plan_completed",),
    "appeal_received": ("threshold_not_met", "plan_settled"),
    "clerk_named": ("appeal_received",),
    "appeal_referred": ("clerk_named",),
    "panel_declared": ("appeal_referred",),
    "late_appeal_admitted": ("panel_declared",),
    "appeal_qualified": ("panel_declared",),
    "appeal_not_qualified": ("panel_declared",),
    "panel_member_appointed": ("appeal_qualified",),
    "panel_office_ended": ("panel_member_appointed",),
    "hearing_arranged": ("appeal_qualified",),
    "hearing_held": ("hearing_arranged",),
    "appeal_decided": ("hearing_held",),
    "outcome_notice_sent": ("appeal_decided",),
    "further_action_done": ("appeal_decided",),
    "representative_confirmed": ("representative_named",),
    "own_information_prepared": ("own_information_asked",),
    "own_information_signed": ("own_information_prepared",),
    "legal_hold_lifted": ("legal_hold_placed",),
    "case_closed": (
        "threshold_not_met",
        "completion_notice_sent",
        "outcome_notice_sent",
        "application_withdrawn",
        "transferred_out",
        "applicant_died",
    ),
    "case_erased": ("case_closed",),
}
DECISIONS = ("decision_proposed", "threshold_met", "threshold_not_met")
REVIEW = ("chair_appointed", "information_requested", "meeting_arranged", "review_held", "plan_settled")
# After a fact of this kind none of those comes in the same case.
NEVER_AFTER: dict[str, tuple[str, ...]] = {
    "threshold_met": DECISIONS,
    "threshold_not_met": (*DECISIONS, *REVIEW),
    "application_withdrawn": (*DECISIONS, "application_dispatched", "meeting_arranged", "review_held"),
    "transferred_out": (*DECISIONS, *REVIEW, "application_dispatched", "application_withdrawn"),
    "plan_completed": ("action_agreed", "plan_drafted", "plan_settled", "applicant_asked", "plan_completed"),
    "case_closed": (*DECISIONS, *REVIEW, "application_withdrawn", "transferred_out", "case_closed"),
}
LASTS = {"case_erased"}  # after it nothing comes at all


def in_order(record: Record, fact: Fact) -> bool:
    """Whether this fact of the case stands where facts of its kind may stand.

    What another case carried along stood in its order there, and a correction stands where what it corrects stood.
    """
    if fact.codes.get("carried") or fact.corrects_id:
        return True
    before = {each.kind for each in record.facts if each.number < fact.number}
    wanted = AFTER.get(fact.kind)
    barred = any(fact.kind in kinds for kind, kinds in NEVER_AFTER.items() if kind in before)
    return not barred and not before & LASTS and (wanted is None or not before.isdisjoint(wanted))

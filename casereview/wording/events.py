"""The events of the procedure as clauses: "… after the threshold is met"."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from django.utils.translation import gettext_lazy as _

from casereview.wording.length import or_list
from casereview.wording.reader import Reader

EVENTS = {
    "application_received": _("the request is received"),
    "transferred_in": _("a request is passed on from another area"),
    "acknowledgement_sent": _("the acknowledgement is sent"),
    "risk_triaged": _("the request has been read for danger"),
    "risk_assessed": _("the risk is assessed"),
    "referral_made": _("a referral is made"),
    "protection_agreed": _("protection in the meantime is agreed"),
    "application_dispatched": _("the request is passed to the organisations"),
    "partnership_liaised": _("the community safety partnership is told"),
    "contact_attempted": _("somebody tries to reach the applicant"),
    "contact_made": _("somebody has spoken with the applicant"),
    "information_added": _("information is added"),
    "reports_answered": _("the organisations answer about the reports"),
    "all_reports_answered": _("all organisations that were told have answered about the reports"),
    "decision_proposed": _("a decision is proposed"),
    "body_view_recorded": _("an organisation’s view is recorded"),
    "threshold_met": _("the threshold is decided to be met"),
    "threshold_not_met": _("the threshold is decided not to be met"),
    "decision_notice_sent": _("the decision is sent to the applicant"),
    "notice_served": _("a notice counts as served"),
    "support_offered": _("support is offered"),
    "support_answered": _("the offer of support is answered"),
    "support_referred": _("the support service is told"),
    "chair_appointed": _("a chair is appointed"),
    "chair_declared": _("the chair has declared any conflict"),
    "information_requested": _("information is asked for"),
    "return_received": _("an organisation’s information is received"),
    "all_returns_received": _("the information of all organisations that were asked is received"),
    "return_chased": _("an organisation is reminded"),
    "entries_merged": _("two entries of the chronology are joined"),
    "involvement_offered": _("the applicant is asked how they want to take part"),
    "involvement_chosen": _("the applicant chooses how to take part"),
    "statement_received": _("the applicant’s statement is received"),
    "meeting_arranged": _("the review meeting"),
    "pack_sent": _("the papers are sent to the members"),
    "statement_read": _("the statement is read out"),
    "review_held": _("the review meeting is held"),
    "minutes_signed": _("the minutes are signed"),
    "plan_drafted": _("a draft of the action plan is sent"),
    "plan_commented": _("the applicant has commented on the draft"),
    "recommendation_made": _("a recommendation is made"),
    "recommendation_answered": _("the recommendation is answered"),
    "plan_sent": _("the action plan is sent to the applicant"),
    "action_updated": _("an action is updated"),
    "action_done": _("an action is done"),
    "applicant_asked": _("the applicant is asked whether it has stopped"),
    "plan_completed": _("the action plan is completed"),
    "completion_notice_sent": _("the applicant is told in writing that the action plan is completed"),
    "appeal_received": _("an appeal is received"),
    "appeal_confirmed": _("the caller has confirmed what was written down"),
    "appeal_withdrawn": _("the appeal is withdrawn"),
    "clerk_named": _("a clerk takes the appeal on"),
    "appeal_acknowledged": _("the appeal is acknowledged"),
    "appeal_contact_made": _("somebody has spoken with the applicant about the appeal"),
    "appeal_shared": _("the appeal is shared with the organisations"),
    "appeal_referred": _("the appeal is referred to the panel’s chair"),
    "panel_declared": _("somebody of the panel has declared any conflict"),
    "panel_conflict_declared": _("somebody of the panel has a conflict"),
    "panel_chair_ended": _("the panel’s chair no longer has the appeal"),
    "panel_chair_replaced": _("another chair leads the panel"),
    "late_appeal_admitted": _("a late appeal is admitted"),
    "late_appeal_not_admitted": _("a late appeal is not admitted"),
    "appeal_qualified": _("the panel’s chair decides that there will be a hearing"),
    "appeal_not_qualified": _("the panel’s chair decides that there will be no hearing"),
    "qualification_notice_sent": _("that decision is sent to the applicant"),
    "panel_member_appointed": _("somebody is asked to sit on the panel"),
    "panel_member_ended": _("somebody no longer sits on the panel"),
    "panel_office_ended": _("the term of office of somebody of the panel is over"),
    "hearing_cancelled": _("the hearing is put off"),
    "hearing_adjourned": _("the hearing is adjourned, to go on another day"),
    "hearing_part_chosen": _("the applicant chooses their part in the hearing"),
    "appeal_view_given": _("a side puts its views in writing"),
    "bundle_sent": _("the papers of the hearing are sent"),
    "hearing_arranged": _("the hearing"),
    "hearing_held": _("the hearing is held"),
    "appeal_decided": _("the appeal is decided"),
    "outcome_notice_sent": _("the outcome of the appeal is sent"),
    "further_action_done": _("what the panel asked for is done"),
    "review_ordered": _("another review is ordered, on appeal or because the case was reopened"),
    "decision_reopened": _("a decision is reopened, on appeal or with the case"),
    "district_named": _("it is said in which district it happens"),
    "application_withdrawn": _("the request is withdrawn"),
    "transferred_out": _("the request is passed on to another area"),
    "case_closed": _("the case is closed"),
    "case_reopened": _("the case is reopened"),
    "own_information_asked": _("somebody asks for what is held of them"),
    "own_information_given": _("they are given what is held of them"),
    "legal_hold_placed": _("a legal hold is placed"),
    "legal_hold_lifted": _("the legal hold is lifted"),
    "case_erased": _("the details of the case are erased"),
    # Records of the work, which no page promises anything of; a clock may name them all the same.
    "owner_assigned": _("somebody of the office takes the case on"),
    "handed_over": _("the work is handed over during an absence"),
    "task_added": _("a task is added"),
    "task_done": _("a task is done"),
    "deadline_moved": _("a date has moved"),
    "silence_flagged": _("a silence is noticed"),
    "contact_changed": _("the way to reach somebody safely is changed"),
    "concern_recorded": _("a concern is recorded"),
    "consent_recorded": _("consent is recorded"),
    "representative_named": _("a representative is named"),
    "representative_confirmed": _("the representative is confirmed"),
    "representative_ended": _("the representative no longer acts"),
    "joined_with": _("the case is joined with another"),
    "questions_asked": _("more information is asked of whoever asked for the review"),
    "report_discounted": _("it is found that a report does not count"),
    "chair_ended": _("the chair no longer has the case"),
    "conflict_declared": _("the chair has a conflict"),
    "passage_redacted": _("words are taken out of the papers"),
    "dates_proposed": _("dates for the review meeting are proposed"),
    "availability_said": _("a member says which dates they can make"),
    "availability_chased": _("a member is reminded of the dates"),
    "meeting_cancelled": _("the review meeting is put off"),
    "meeting_adjourned": _("the review meeting is adjourned, to go on another day"),
    "minutes_written": _("the minutes are written"),
    "plan_settled": _("the action plan is settled"),
    "action_agreed": _("an action is agreed, or dropped"),
    "action_chased": _("whoever has an action to do is reminded"),
    "evidence_added": _("a file about an action is sent"),
    "late_action_told": _("somebody is told that an action is late"),
    "applicant_answered": _("whoever asked says whether it has stopped"),
    "applicant_died": _("whoever asked has died"),
    "letter_sent": _("a letter is sent"),
    "letter_held": _("a letter is held back"),
    "letter_cancelled": _("a letter is cancelled"),
    "letter_bounced": _("a letter comes back"),
    "letter_resent": _("a letter is sent again"),
    "letter_read": _("a letter is opened"),
    "letter_read_aloud": _("a letter is read aloud"),
    "own_information_prepared": _("the copy of what is held is prepared"),
    "own_information_signed": _("the copy of what is held is signed"),
    "own_information_sent_back": _("the copy of what is held is sent back"),
}
# Two answers of one decision: what a promise is about is that it is taken.
EITHER = {
    ("threshold_met", "threshold_not_met"): _("the threshold is decided"),
    ("appeal_qualified", "appeal_not_qualified"): _("the panel’s chair decides whether there is a hearing"),
}


# Of those with a written notice: what it is to whoever gets it, where a time begins only when it counts as served.
SERVED = {
    "threshold_met": _("you get the letter that there will be a review"),
    "threshold_not_met": _("you get the letter that there is no review this time"),
    "plan_sent": _("you get the action plan"),
    "completion_notice_sent": _("you get the letter that the action plan is completed"),
}
SERVED_EITHER = {("threshold_met", "threshold_not_met"): _("you get the letter with the decision")}


# Of those that speak of the applicant: as they are said to the applicant.
TO_APPLICANT = {
    "contact_attempted": _("somebody tries to reach you"),
    "contact_made": _("somebody has spoken with you"),
    "decision_notice_sent": _("the decision is sent to you"),
    "involvement_offered": _("you are asked how you want to take part"),
    "involvement_chosen": _("you choose how to take part"),
    "statement_received": _("your statement arrives"),
    "plan_commented": _("you have commented on the draft"),
    "plan_sent": _("the action plan is sent to you"),
    "applicant_asked": _("you are asked whether it has stopped"),
    "completion_notice_sent": _("you are told in writing that the action plan is completed"),
    "appeal_contact_made": _("somebody has spoken with you about the appeal"),
    "qualification_notice_sent": _("that decision is sent to you"),
    "hearing_part_chosen": _("you choose your part in the hearing"),
}


def any_event(codes: Sequence[str], reader: Reader = "staff") -> str:
    """Whichever of these comes first, as one clause: "the threshold is decided"."""
    return _any(codes, EITHER, lambda code: event_words(code, reader))


def any_served(codes: Sequence[str]) -> str:
    """Whichever notice of these is served first, to whoever gets it: "you get the letter with the decision"."""
    return _any(codes, SERVED_EITHER, lambda code: str(SERVED.get(code) or event_words(code, "applicant")))


def _any(
    codes: Sequence[str], either: Mapping[tuple[str, str], object], words_of: Callable[[str], str]
) -> str:
    pairs = {pair: words for pair, words in either.items() if set(pair) <= set(codes)}
    told = [str(words) for words in pairs.values()]
    return or_list([*told, *(words_of(code) for code in codes if code not in {*chain(*pairs)})])


def event_words(code: str, reader: Reader = "staff") -> str:
    """The clause for an event; an event without words is shown as its code."""
    spoken_to = TO_APPLICANT if reader == "applicant" else {}
    return str(spoken_to.get(code) or EVENTS.get(code) or code)

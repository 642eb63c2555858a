"""Words for the codes of a scheme's vocabulary. An area's own words for a code come first."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import Scheme
from casereview.wording.hate import HATE
from casereview.wording.own import said

# Findings, as a clause that is true or not.
JUDGED = {
    "no_or_inadequate_response": _("the problem persists because of no, or inadequate, responses"),
    "feels_ignored": _("the person affected feels ignored"),
    "no_action": _("no action has been taken"),
    "no_effective_action": _("no effective action has been taken"),
    "inappropriate_action": _("the action taken was not appropriate"),
    "not_resolved_to_satisfaction": _("the problem has not been resolved to the applicant’s satisfaction"),
    "not_satisfied_with_response": _("the applicant is not satisfied with the response"),
    "problem_persists": _("the problem persists"),
    "further_actions_available": _("further actions are available that could resolve it"),
    "persistence": _("the behaviour is persistent enough for a review"),
    "harm": _("the harm, or the harm that could come, is serious enough for a review"),
    "adequacy_of_response": _("the response so far was not adequate"),
    "high_risk": _("the person affected is at high risk"),
    "vulnerable": _("the person affected is vulnerable"),
    "senior_officer_asks": _("a senior officer asks for a review"),
    "case_closed": _("no organisation is still working on the case"),
    "timescale_passed": _("the time that an organisation gave for its response has passed"),
    "engaged_with_offers": _("the applicant took part in what was offered, such as mediation"),
    "witnessed_by_applicant": _("the applicant, or the person they act for, witnessed what was reported"),
    "several_households_affected": _("more than one household or business is affected"),
    "not_appropriately_addressed": _("the problem has not been appropriately addressed"),
    "insufficient_action": _("not enough action has been taken"),
    "review_needed": _("a review is needed although fewer reports were made"),
}
# Those in which somebody else asks or decides: a sentence of its own, with nobody who decides over it.
SAY_WHO = frozenset({"senior_officer_asks"})
# What people weigh before they find something, as in "weighing …".
FACTORS = {
    "persistence": _("how persistent the behaviour is"),
    "harm": _("the harm, or the harm that could come"),
    "adequacy_of_response": _("how adequate the response was"),
    "vulnerability": _("how vulnerable the person affected is"),
    "cumulative_impact": _("what it adds up to over time"),
}
BARS = {
    "plan_live": _("the action plan is still being carried out"),
    "body_responding": _("an organisation is still responding to the problem"),
}
FOUND_BY = {
    "bodies": _("the organisations decide this"),
    "applicant": _("the person affected says this, and nobody overrules it"),
    "lead": _("the office that co-ordinates decides this"),
    "panel": _("the appeals panel decides this"),
}
# The same of what people decide where nothing is counted.
DECIDED_BY = {
    "bodies": _("The organisations decide whether %(what)s."),
    "applicant": _("The person affected says whether %(what)s, and nobody overrules it."),
    "lead": _("The office that co-ordinates decides whether %(what)s."),
    "panel": _("The appeals panel decides whether %(what)s."),
}
# What an appeal is about, as in “You can appeal about …”.
GROUNDS = {
    "threshold_decision": _("the decision on whether the threshold was met"),
    "way_review_carried_out": _("the way in which the case review was carried out"),
    "outcome": _("the outcome of the case review"),
    "policy_not_considered": _("a process, policy or protocol that was not considered"),
    "facts_not_considered": _("information about the facts that was not considered"),
}
OUTCOMES = {
    "uphold_and_request_action": _("to uphold the appeal and request further action"),
    "comment_and_recommend_on_process": _(
        "to comment on the process and make recommendations for improvement, on the process only"
    ),
    "not_upheld": _("not to uphold the appeal"),
    "refer_back": _("to refer the case back for another review"),
}
CONSIDERATIONS = {
    "impact": _("the impact of the behaviour"),
    "persistence": _("how persistent it is"),
    "all_partners_included": _("whether the review included every organisation that it should"),
    "what_was_considered": _("what was considered"),
    "more_could_be_done": _("whether more could be done"),
}
CHANNELS = {
    "web": _("online"),
    "email": _("by e-mail"),
    "phone": _("by phone"),
    "post": _("by post"),
    "in_person": _("in person"),
}
MEETING_PARTS = {
    "opening_section": _("come to the opening section of the meeting"),
    "representative": _("send a representative"),
    "statement": _("give a written statement"),
    "whole_meeting": _("come to the whole meeting"),
}
MEETING_WORK = {
    "share_information": _("share information about the case"),
    "review_action_taken": _("review what was done before"),
    "decide_further_actions": _("decide further actions"),
    "agree_timescales": _("agree when each will be done"),
}
MEETING_AGENDA = {
    "declarations": _("declarations of conflicts, and confidentiality"),
    "who_is_missing": _("who is missing"),
    "applicant_heard": _("the applicant is heard, or the statement is read"),
    "chronology": _("the chronology"),
    "each_body": _("what each body did, and what went unanswered"),
    "risk_equality_safeguarding": _("risk, equality, safeguarding"),
    "options": _("options"),
    "recommendations": _("recommendations"),
    "actions": _("actions"),
    "what_the_applicant_is_told": _("what the applicant is told and by whom"),
    "learning": _("learning"),
}
CHAIRS = {
    "independent": _("an independent chair"),
    "lead": _("somebody from the office that co-ordinates"),
}
CONSENT = {
    "asked": _("somebody who acts for another person needs their consent"),
    "written": _("somebody who acts for another person needs their written consent"),
}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}

ALL: Mapping[str, Mapping[str, object]] = {
    "judged": JUDGED,
    "factors": FACTORS,
    "bars": BARS,
    "hate": HATE,
    "grounds": GROUNDS,
    "outcomes": OUTCOMES,
    "considerations": CONSIDERATIONS,
    "parts": MEETING_PARTS,
    "work": MEETING_WORK,
    "agenda": MEETING_AGENDA,
}


def code_words(scheme: Scheme, kind: str, code: str) -> str:
    """The words for a code of that kind (a key of ALL): the area's own, else ours."""
    return said(scheme.words[code]) if code in scheme.words else str(ALL[kind][code])

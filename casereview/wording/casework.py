"""The answers that steps give to choose from, by the name of the code that keeps them; their words are for staff.

A code is stored in a fact and never changes its meaning; its words may.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from casereview.wording.districts import NO_ONE
from casereview.wording.hearing import FURTHER, OUTCOMES, SCOPES_OF_REVIEW
from casereview.wording.hearing import PARTS as HEARING_PARTS
from casereview.wording.meeting import PARTS
from casereview.wording.plan import ACTION_STATUSES, RECOMMENDATION_ANSWERS, STOPPED
from casereview.wording.support import ANSWERS

YES_NO_UNKNOWN = {"yes": _("Yes"), "no": _("No"), "not_known": _("Not known")}
RISKS = {
    "immediate": _("Immediate: somebody is in danger now"),
    "high": _("High"),
    "medium": _("Medium"),
    "standard": _("Standard"),
}
# What an application is read for on the day it arrives.
SIGNS = {
    "danger": _("Is anyone in danger now?"),
    "domestic_abuse": _("Is there domestic abuse?"),
    "child": _("Is a child at risk?"),
    "suicide": _("Is there a risk of suicide or self-harm?"),
    "safeguarding": _("Is there an adult who needs safeguarding?"),
    "hate_motive": _("Is it motivated by hate?"),
}
# At which point of the procedure risk and harm are assessed.
ASSESSED_AT = {
    "first_look": _("at the first look"),
    "meeting": _("for the meeting"),
    "close": _("at the close"),
}
REFERRALS = {
    "police_999": _("the police, by 999"),
    "police": _("the police"),
    "children_services": _("children’s services"),
    "adult_safeguarding": _("adult safeguarding"),
    "domestic_abuse_service": _("a domestic abuse service"),
    "mental_health": _("a mental health service"),
    "victim_support": _("the victim support service"),
    "other": _("another service"),
}
ROUTES = {
    "phone": _("phone"),
    "email": _("e-mail"),
    "post": _("post"),
    "in_person": _("meeting them"),
    "through_someone": _("somebody they named"),
}
TRIES = {
    "reached": _("Reached them"),
    "no_answer": _("No answer"),
    "message_left": _("Left a message that they said was safe"),
    "other_answered": _("Somebody else answered"),
    "bounced": _("It came back"),
}
CONSENTS = {
    "given": _("Given"),
    "not_yet": _("Not yet given"),
    "withdrawn": _("Withdrawn"),
    "unsafe_to_ask": _("Not safe to ask"),
    "lacks_capacity": _("Cannot decide this alone"),
    "child": _("A child"),
}
SEEN_BY_OTHERS = {"no": _("No"), "yes": _("Yes"), "not_sure": _("Not sure")}
METHODS = {
    "email": _("E-mail"),
    "phone": _("Phone"),
    "post": _("Post"),
    "through_someone": _("Through somebody"),
    "applicant_calls": _("They will contact us"),
}
REPORT_ANSWERS = {
    "confirmed": _("Yes, as they told it"),
    "corrected": _("Yes, but our record has another date or reference"),
    "no_record": _("We have no record of it"),
}
DISCOUNT_GROUNDS = {
    "not_made": _("It was not made"),
    "not_antisocial": _("It was not about antisocial behaviour"),
    "other_matter": _("It was about another matter than this application"),
    "same_report": _("It is the same report as another one here"),
}
VIEWS = {"agree": _("Agrees"), "disagree": _("Disagrees"), "no_view": _("Has no view")}
AGAIN = _("Why somebody who decided before decides again")  # asked where a decision is taken again
RESULTS = {"met": _("The threshold is met"), "not_met": _("The threshold is not met")}
# What a body holds, and what it answers when it is asked for it (stage 10).
ENTRY_KINDS = {
    "report": _("Report"),
    "action": _("Action"),
    "incident": _("Incident"),
    "contact": _("Contact"),
    "other": _("Something else"),
}
HOLDS = {"something": _("We hold something"), "nothing": _("We hold nothing")}
MATCHES = {"held": _("Yes, this is in our records"), "not_held": _("No, we find no record of it")}
WITHHELD = {
    "none": _("No: all that we hold is here"),
    "part": _("Yes, a part"),
    "all": _("Yes, all of it: we refuse"),
}
RETURNS = {
    "no_answer": _("No answer yet"),
    "answered": _("Answered"),
    "nil": _("Nothing held"),
    "part": _("Answered, a part withheld"),
    "withheld": _("Refused"),
}
REMINDED = {"body": _("its mailbox"), "escalation": _("its mailbox and its escalation contact")}
CLOSURES = {
    "not_met": _("The threshold was not met, and no appeal is waited for"),
    "completed": _("The review and its action plan are completed"),
    "appeal_decided": _("The appeal is decided, and what the panel asked for is done"),
    "withdrawn": _("The application was withdrawn"),
    "transferred": _("The application was passed on to another area"),
    "applicant_died": _("The applicant has died"),
    "erased": _("It had been erased, and a backup brought it back"),
}
ASKED_AGAIN = "asked_again"
WHY_AGAIN = {  # why a case that ended goes on in another
    ASKED_AGAIN: _("Somebody asked for a review again: a new application"),
    "goes_on": _("The behaviour goes on or has started again, and nobody has asked"),
    "not_done": _("Something that was promised was not done"),
    "come_to_light": _("Something has come to light that nobody knew"),
    "mistake": _("It was closed, refused or passed on by mistake"),
    "pressed": _("Somebody was pressed to withdraw it, or withdrew it by mistake"),
}
ORDERED_BY = {"panel": _("The appeals panel"), "office": _("The office that co-ordinates")}
KEPT_BY = {  # what keeps a case however old it is: cases.retention.kept_by
    "hold": _("There is a legal hold."),
    "linked_hold": _("A case linked with this one is under a legal hold."),
    "open": _("The case is not closed."),
    "linked_open": _("A case linked with this one is not closed."),
    "appeal": _("There is an appeal."),
}
ERASURES = {
    "time": _("the time for which a case is kept was over"),
    "no_longer_needed": _("on request, since they are no longer needed"),
    "consent_withdrawn": _("on request, since consent was withdrawn"),
    "objection": _("on request, after an objection"),
    "unlawful": _("they should not have been kept"),
    "restored": _("a backup had brought them back"),
}
ALIKE = {"place": _("the place"), "name": _("the name"), "words": _("what was told")}
# How far a silence towards an applicant has been told on: cases.silence.LEVELS.
TOLD_OF_SILENCE = {
    "owner": _("the named contact"),
    "deputy": _("the deputy"),
    "administrators": _("the administrators"),
}
WITHDRAWN_BY = {
    "applicant": _("the applicant"),
    "victim": _("the victim"),
    "representative": _("a representative"),
}
CHANNELS = {
    "web": _("online form"),
    "email": _("e-mail"),
    "phone": _("phone"),
    "post": _("post"),
    "in_person": _("a visit"),
}

# Which vocabulary a code of a fact is of, by its name in `Fact.codes`.
VOCABULARIES: Mapping[str, Mapping[str, object]] = {
    "risk": RISKS,
    "at": ASSESSED_AT,
    "referred_to": REFERRALS,
    "route": ROUTES,
    "outcome": {**TRIES, **OUTCOMES},
    "consent": CONSENTS,
    "ground": DISCOUNT_GROUNDS,
    "view": VIEWS,
    "met": {"True": RESULTS["met"], "False": RESULTS["not_met"]},
    "reason": CLOSURES,
    "why_again": WHY_AGAIN,
    "ordered_by": ORDERED_BY,
    "erased_for": ERASURES,
    "returned": RETURNS,
    "reminded": REMINDED,
    "withdrawn_by": WITHDRAWN_BY,
    "answer": ANSWERS,
    "channel": CHANNELS,
    "district": NO_ONE,
    "part": PARTS,
    "status": ACTION_STATUSES,
    "reply": RECOMMENDATION_ANSWERS,
    "stopped": STOPPED,
    "scope": SCOPES_OF_REVIEW,
    "hearing_part": HEARING_PARTS,
    "what_was_asked": FURTHER,
}

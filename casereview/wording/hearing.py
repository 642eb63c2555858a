"""The appeals panel, its hearing and its decision, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

# How whoever appeals takes part in the hearing, for staff, and for themselves.
PARTS = {
    "attend": _("Come to the hearing"),
    "representative": _("Send somebody"),
    "in_writing": _("In writing alone"),
    "none": _("No part"),
}
OWN_PARTS = {
    "attend": _("I will come to the hearing"),
    "representative": _("Somebody will come for me"),
    "in_writing": _("I will put my views in writing"),
    "none": _("None of these. The hearing goes on all the same"),
}
# What whoever appeals is asked on their own page: the question, and a hint.
OWN_QUESTIONS: dict[str, tuple[Any, Any]] = {
    "part": (
        _("How do you want to take part?"),
        _("All of these count the same. You can change it until the hearing begins"),
    ),
    "how": (_("If you come, or somebody comes for you: how?"), ""),
    "representative": (_("Who comes for you?"), _("Only if somebody comes for you")),
    "adjustments": (
        _("What would make it easier?"),
        _("For example, a break, somebody with you, not to see somebody. You can leave this empty"),
    ),
    "interpreter": (_("Do you need an interpreter? For which language?"), _("You can leave this empty")),
}
# The panel's outcomes, for staff.
OUTCOMES = {
    "upheld": _("Upheld: further action is asked for"),
    "process_only": _("Comments and recommendations on the process only"),
    "not_upheld": _("Not upheld"),
}
FURTHER = {
    "information": _("Additional information"),
    "review_whole": _("Another review, of the whole"),
    "review_part": _("Another review, of a part"),
    "alternative_actions": _("Alternative actions"),
    "more_actions": _("More alternative actions"),
    "new_decision": _("A new decision on the threshold"),
}
# What the words of these facts are called on a page.
LABELS = {
    "rationale": _("Rationale"),
    "view": _("Views for the hearing"),
    "views_of_review": _("What the review’s side wrote"),
    "views_of_applicant": _("What the applicant wrote for the hearing"),
    "appeal_reasons": _("Reasons of the appeal"),
    "heard": _("What each side said"),
    "ordered": _("What the panel asked for"),
    "done": _("What was done"),
    "found_impact": _("The impact of the behaviour"),
    "found_persistence": _("How persistent it is"),
    "found_all_partners_included": _("Whether every organisation was included"),
    "found_what_was_considered": _("What was considered"),
    "found_more_could_be_done": _("Whether more could be done"),
}
SCOPES_OF_REVIEW = {"whole": _("the whole review"), "part": _("part of the review")}

# What another case settled and a new one holds on to. The history tells it with the step's own sentence of each kind.
CARRIED = {
    "owner_assigned": _("Carried along: %(owner)s is the named contact"),
    "handed_over": _("Carried along: %(owner)s is the named contact"),
    "risk_triaged": _("Carried along: read for danger, %(risk)s"),
    "risk_assessed": _("Carried along: risk and harm were assessed, %(level)s"),
    "concern_recorded": _("Carried along: a concern was recorded"),
    "protection_agreed": _("Carried along: protection in the meantime was agreed"),
    "partnership_liaised": _("Carried along: liaison with the partnership"),
    "application_dispatched": _("Carried along: the application was sent to %(body)s"),
    "reports_answered": _("Carried along: %(body)s answered about the reports made to it"),
    "report_discounted": _("Carried along: a report was found not to count"),
    "consent_recorded": _("Carried along: consent to share who somebody is, %(consent)s"),
    "applicant_died": _("Carried along: the applicant has died"),
    "representative_named": _("Carried along: %(person)s was named as a representative"),
    "representative_confirmed": _("Carried along: %(person)s may act as a representative"),
    "representative_ended": _("Carried along: %(person)s no longer acts as a representative"),
}

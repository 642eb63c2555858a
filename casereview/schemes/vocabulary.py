"""The codes that every scheme may use. Their words are in `casereview.wording.codes`.

A code that is not here is an area's own: it is allowed where the file gives its words under `[words]`, so
that a slip of the keyboard is told from a new idea.
"""

# Findings that people make: about how the bodies answered, about the problem, about the person affected.
JUDGED = (
    "no_or_inadequate_response",
    "feels_ignored",
    "no_action",
    "no_effective_action",
    "inappropriate_action",
    "not_resolved_to_satisfaction",
    "not_satisfied_with_response",
    "problem_persists",
    "further_actions_available",
    "persistence",
    "harm",
    "adequacy_of_response",
    "high_risk",
    "vulnerable",
    "senior_officer_asks",
    "case_closed",
    "timescale_passed",
    "engaged_with_offers",
    "witnessed_by_applicant",
    "several_households_affected",
    "not_appropriately_addressed",
    "insufficient_action",
    "review_needed",
)
# What people weigh before they find that a review is needed although no count is reached.
FACTORS = ("persistence", "harm", "adequacy_of_response", "vulnerability", "cumulative_impact")
# Events of which a letter is the written notice: a clock may start when it counts as served (`starts_on = "served"`).
WITH_A_NOTICE = ("threshold_met", "threshold_not_met", "plan_sent", "completion_notice_sent")
# While one of these is so, the page takes no appeal.
BARS = ("plan_live", "body_responding")
GROUNDS = (
    "threshold_decision",
    "way_review_carried_out",
    "outcome",
    "policy_not_considered",
    "facts_not_considered",
)
OUTCOMES = (
    "uphold_and_request_action",
    "comment_and_recommend_on_process",
    "not_upheld",
    "refer_back",
)
CONSIDERATIONS = (
    "impact",
    "persistence",
    "all_partners_included",
    "what_was_considered",
    "more_could_be_done",
)
CHANNELS = ("web", "email", "phone", "post", "in_person")
MEETING_PARTS = ("opening_section", "representative", "statement", "whole_meeting")
MEETING_WORK = ("share_information", "review_action_taken", "decide_further_actions", "agree_timescales")
# In the order of a meeting: also the agenda of an area whose scheme sets none.
MEETING_AGENDA = (
    "declarations",
    "who_is_missing",
    "applicant_heard",
    "chronology",
    "each_body",
    "risk_equality_safeguarding",
    "options",
    "recommendations",
    "actions",
    "what_the_applicant_is_told",
    "learning",
)
# The clocks that the service speaks of by itself, on its pages and in letters; an area's own have names unlike these.
CLOCKS = (
    "triage",
    "acknowledge",
    "contact",
    "dispatch",
    "reports_confirmed",
    "decide",
    "support",
    "chair",
    "review",
    "return",
    "pack",
    "plan_draft",
    "plan_comments",
    "plan",
    "appeal",
    "appeal_acknowledge",
    "appeal_contact",
    "qualify",
    "qualification",
    "outcome",
    "own_information",
)

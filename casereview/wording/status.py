"""Where a case stands, in words: the field's for staff, plain ones for the applicant."""

from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import Scheme
from casereview.wording.promised import times

STATUS_WORDS = {
    "received": _("Received"),
    "with_bodies": _("With the bodies"),
    "deciding": _("Decision proposed"),
    "met": _("Threshold met"),
    "not_met": _("Threshold not met"),
    "meeting_set": _("Meeting arranged"),
    "reviewed": _("Review held"),
    "plan_sent": _("Plan under way"),
    "completed": _("Plan completed"),
    "appealed": _("Appeal received"),
    "appeal_referred": _("Appeal with the panel’s chair"),
    "appeal_qualified": _("Appeal: there will be a hearing"),
    "hearing_set": _("Hearing arranged"),
    "hearing_adjourned": _("Hearing adjourned"),
    "hearing_held": _("Hearing held"),
    "appeal_decided": _("Appeal decided"),
    "appeal_not_heard": _("Appeal: no hearing"),
    "withdrawn": _("Withdrawn"),
    "passed_on": _("Passed on"),
    "closed": _("Closed"),
}
APPLICANT_STATUS = {
    "received": _("We have your request. We are reading it."),
    "with_bodies": _("We have asked the organisations what they know about what you told us."),
    "deciding": _("The organisations are deciding whether your case will be reviewed."),
    "met": _("Your case will be reviewed."),
    "not_met": _(
        "There will be no review this time. The letter gives the reasons, and what you can do if you disagree."
    ),
    "meeting_set": _("Your case will be reviewed. The day of the meeting is set."),
    "reviewed": _("The meeting about your case has been held. The plan is being written."),
    "plan_sent": _("You have the plan. The organisations are doing what it says."),
    "completed": _("Everything in the plan is done."),
    "appealed": _(
        "We have your appeal. The chair of the panel will be asked whether there will be a hearing."
    ),
    "appeal_referred": _(
        "The chair of the panel has your appeal, and decides whether there will be a hearing."
    ),
    "appeal_qualified": _("There will be a hearing of your appeal."),
    "hearing_set": _("There will be a hearing of your appeal. The day is set."),
    "hearing_adjourned": _("The hearing of your appeal has begun. It goes on another day."),
    "hearing_held": _("Your appeal has been heard. The panel is deciding."),
    "appeal_decided": _("The panel has decided on your appeal. Your letter gives the reasons."),
    "appeal_not_heard": _("There will be no hearing of your appeal. Your letter gives the reasons."),
    "withdrawn": _("You asked us to stop. You can ask for a review again at any time."),
    "passed_on": _("We passed your request to the office for the place where this happens."),
    "closed": _("Your request is closed."),
}

# What comes next where a case stands so: the clock of it, which an area's page may have or not.
APPLICANT_NEXT = {
    "received": "decide",
    "with_bodies": "decide",
    "deciding": "decide",
    "met": "review",
    "reviewed": "plan",
}
# The clocks that an applicant is told of, while they run: before the date, after it, and where there is none.
APPLICANT_DATES = {
    "contact": _("We will call or write to you by %(day)s."),
    "decide": _("You will have the decision in writing by %(day)s."),
    "support": _("You will be offered support by %(day)s."),
    "review": _("The meeting about your case must be held by %(day)s."),
    "plan": _("You will have the plan in writing by %(day)s."),
    "plan_comments": _("You can comment on the draft plan until %(day)s. You do not have to."),
    "appeal": _("The last day to appeal is %(day)s."),
    "qualify": _("The chair of the panel decides by %(day)s whether there will be a hearing."),
    "qualification": _("You will have the decision on your appeal in writing by %(day)s."),
    "outcome": _("You will have the outcome of your appeal in writing by %(day)s."),
}
APPLICANT_LATE = {
    "appeal": _("The last day to appeal was %(day)s. You can still appeal: say why it is late."),
    "no_appeal_taken": _(
        "The last day to appeal was %(day)s. No appeal was taken then, so one that comes now is not late."
    ),
    "plan_comments": _(
        "The day to comment on the draft plan was %(day)s. You still can, until the plan is sent."
    ),
    "decide": _("You should have had the decision by %(day)s. We are late. You can call and ask us why."),
    "review": _("The meeting should have been held by %(day)s. We are late. You can call and ask us why."),
    "plan": _(
        "You should have had the plan in writing by %(day)s. We are late. You can call and ask us why."
    ),
    "other": _("Something was promised to you by %(day)s, and we are late. You can call and ask us why."),
}
APPLICANT_NO_DATE = {
    "decide": _("No date is promised for the decision."),
    "review": _("No date is promised for the meeting."),
    "plan": _("No date is promised for the plan."),
    "qualify": _("No date is promised for the decision whether there will be a hearing."),
}
APPLICANT_WHEN = {
    "decide": _("The public page says of the decision: %(when)s."),
    "review": _("The public page says of the meeting: %(when)s."),
    "plan": _("The public page says of the plan: %(when)s."),
    "qualify": _("The public page says of the decision whether there will be a hearing: %(when)s."),
}


def undated_sentence(scheme: Scheme, clock: str) -> str:
    """To the applicant, of what has no date: what the page says of its time all the same, else that none is promised.

    clock: one of APPLICANT_NO_DATE. The page may say "within 28 days" and not from when, or "at the next meeting".
    """
    when = times(scheme).get(clock)
    return str(APPLICANT_WHEN[clock] % {"when": when} if when else APPLICANT_NO_DATE[clock])

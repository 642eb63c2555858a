"""What we call people and things: plain words to the public, the field's terms to staff."""

from django.utils.translation import gettext_lazy as _

PUBLIC = {
    "applicant": _("the person who asked"),
    "victim": _("the person affected"),
    "representative": _("the person acting for them"),
    "alleged_perpetrator": _("the person you say is responsible"),
    "bodies": _("organisations"),
    "application": _("request for a review"),
    "nothing_held": _("nothing held"),
    "no_answer": _("no answer yet"),
    "threshold_not_met": _("no review this time"),
    "appeal_last_day": _("last day to appeal"),
}
STAFF = {
    "applicant": _("applicant"),
    "victim": _("victim"),
    "representative": _("representative"),
    "alleged_perpetrator": _("alleged perpetrator"),
    "bodies": _("bodies"),
    "application": _("application"),
    "nothing_held": _("nothing held"),
    "no_answer": _("no answer"),
    "threshold_not_met": _("threshold not met"),
    "appeal_last_day": _("last day to appeal"),
}
REPRESENTATIVES = {
    "named": _("named, not confirmed: sees nothing"),
    "confirmed": _("confirmed"),
    "ended": _("no longer acts, sees nothing"),
}
OWED_BY = {
    "lead": _("the office that co-ordinates"),
    "bodies": _("each organisation"),
    "applicant": _("the person who asked"),
    "panel": _("the appeals panel"),
}
# Whom a case waits for, in a list for staff.
WAITING_FOR = {
    "lead": _("Us"),
    "bodies": _("The bodies"),
    "applicant": _("The applicant"),
    "panel": _("The appeals panel"),
}

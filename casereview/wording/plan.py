"""The plan of a review in words: how an action stands, what is answered to a recommendation, whether it has stopped."""

from django.utils.translation import gettext_lazy as _

# What an owner may say of an action; one of which nothing was said yet is "agreed".
ACTION_UPDATES = {
    "under_way": _("Under way"),
    "done": _("Done"),
    "late": _("Late: it gets a new date"),
    "blocked": _("Blocked: it cannot go on"),
}
ACTION_STATUSES = {
    "agreed": _("Agreed"),
    "under_way": _("Under way"),
    "late": _("Late, with a new date"),
    "blocked": _("Blocked"),
    "done": _("Done"),
}
# The same, as the applicant reads it.
APPLICANT_ACTION = {
    "agreed": _("Not started yet"),
    "under_way": _("They have begun"),
    "late": _("It is late"),
    "blocked": _("They cannot go on for now"),
    "done": _("Done"),
}
RECOMMENDATION_ANSWERS = {
    "followed": _("It is followed"),
    "partly": _("It is followed in part"),
    "not_followed": _("It is not followed"),
}
STOPPED = {"yes": _("Yes, it has stopped"), "partly": _("It is better, but not over"), "no": _("No")}
ASKED_BY = {"letter": _("In writing"), "talk": _("In a talk, on the phone or in person")}

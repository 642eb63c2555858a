"""What became of a letter, in words for staff."""

from django.utils.translation import gettext_lazy as _

STATES = {
    "queued": _("Waiting to go"),
    "held": _("Held"),
    "sent": _("Sent"),
    "bounced": _("Came back"),
    "cancelled": _("Cancelled"),
}
WHY_HELD = {
    "no_safe_route": _("no way to reach them is safe now"),
    "no_mailbox": _("the body has no mailbox, or is no longer active"),
    "nobody": _("nobody is known to whom it could go"),
    "died": _("the applicant has died"),
    "ended": _("they no longer act for the person affected"),
    "to_post": _("to be printed and posted"),
    "read_aloud": _("to be read to them by phone"),
    "mail_down": _("the mail server did not answer"),
    "cannot_be_made": _("the letter could not be made"),
    "refused": _("the mail server refused it"),
}
BY_ROUTE = {
    "email_full": _("e-mail, the whole letter: nobody else sees that mailbox"),
    "email_notice": _("e-mail, a neutral notice that leads to the page where it is read"),
    "post": _("post, to an address that they said is safe"),
    "page": _("their own page: they will look when it is safe"),
    "read_aloud": _("read to them by phone"),
    "held": _("no way is safe now: it will be held, with a task for the named contact"),
}

"""What is recorded when a letter goes, by whatever way: shared by the steps that send, post and read aloud.

A prose file names in its `records` which of these its letter records; a new one needs its line here.
"""

from django.utils.translation import gettext_lazy as _

SENT = {
    "letter_sent": _("A letter was sent"),
    "acknowledgement_sent": _("The acknowledgement was sent"),
    "decision_notice_sent": _("The decision was sent with its reasons"),
    "plan_sent": _("The outcome and the plan were sent"),
    "completion_notice_sent": _("The notice that the plan is completed was sent"),
    "appeal_acknowledged": _("The appeal was acknowledged"),
    "qualification_notice_sent": _("The decision of the panel’s chair was sent"),
    "outcome_notice_sent": _("The outcome of the appeal was sent"),
    "own_information_given": _("What is held of them was given"),
    "notice_served": _("The written notice counts as served"),
}

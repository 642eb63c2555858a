"""The offer of victim support: the answers, and what the service may be told, in words for staff and for the reader."""

from django.utils.translation import gettext_lazy as _

ANSWERS = {"yes": _("Yes"), "no": _("No")}
COVERS = {
    "name": _("Their name"),
    "contact": _("How to reach them safely"),
    "problem": _("What is happening"),
    "risk": _("How great we think the risk is"),
    "needs": _("What would make it easier, such as an interpreter"),
}
COVERS_YOU = {
    "name": _("Your name"),
    "contact": _("How to reach you safely"),
    "problem": _("What is happening"),
    "risk": _("How great we think the danger is"),
    "needs": _("What would make it easier for you, such as an interpreter"),
}
ANSWERS_YOU = {"yes": _("Yes, tell the service about me"), "no": _("No, tell them nothing")}

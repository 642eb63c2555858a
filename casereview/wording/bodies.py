"""Kinds of body, in words: one of them, to somebody who may have reported to it; and a body's name in a sentence."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

BODY_KINDS = {
    "council": _("the council"),
    "police": _("the police"),
    "landlord": _("your landlord"),
    "health": _("a health service"),
    "other": _("another organisation"),
}
# Where nobody is spoken to.
BODY_KINDS_STAFF = {
    "council": _("council"),
    "police": _("police"),
    "landlord": _("housing provider"),
    "health": _("integrated care board or local health board"),
    "other": _("other body"),
}


def within(name: str) -> str:
    """A body's name inside a sentence: "The police" as "the police", "Theale Homes" as it is."""
    return name[:1].lower() + name[1:] if name.startswith("The ") else name


ARTICLES = ("the ", "a ", "an ", "our ", "y ", "yr ")  # of both languages in which a page names it


def with_article(name: str) -> str:
    """A group's name inside a sentence: "High Harm Panel" as "the High Harm Panel", "the joint group" as it is."""
    inside = within(name)
    return inside if inside.lower().startswith(ARTICLES) else gettext("the %(group)s") % {"group": inside}

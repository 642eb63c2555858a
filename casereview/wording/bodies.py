"""Kinds of body, in words: one of them, to somebody who may have reported to it; and a body's name in a sentence."""

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

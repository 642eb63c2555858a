"""In which district of its area it happens, in words: a name as the area had it when it was said, or one of these."""

from django.utils.translation import gettext_lazy as _

NOT_STATED = "not_stated"  # of a case in which nobody has said it yet: no answer to choose
# What is chosen where no one district can be named.
NO_ONE = {
    "several": _("In several districts"),
    "outside": _("Outside the area"),
    "not_known": _("Not known"),
}
WORDS = {**NO_ONE, NOT_STATED: _("Not yet stated")}


def district_words(code: str) -> str:
    """A district's own name, or the words for what is said instead of one."""
    return str(WORDS.get(code, code))

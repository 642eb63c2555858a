"""The words of the meeting: parts, ways to take part, what became of it."""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import Scheme
from casereview.wording.codes import code_words
from casereview.wording.length import sentence

# Which part somebody takes, for staff; the codes are those of a scheme's [meeting], and "none".
PARTS = {
    "opening_section": _("Come to the opening section"),
    "whole_meeting": _("Come to the whole meeting"),
    "representative": _("Send a representative"),
    "statement": _("A written statement, read out"),
    "none": _("No part"),
}
# The same for the applicant.
OWN_PARTS = {
    "opening_section": _("I will come to the first part of the meeting"),
    "whole_meeting": _("I will come to the meeting"),
    "representative": _("Somebody will come for me"),
    "statement": _("I will write a statement, which is read out"),
    "none": _("None of these. The review goes on all the same"),
}
WAYS_IN = {"in_person": _("In the room"), "remote": _("By video"), "phone": _("By phone")}
OWN_WAYS_IN = {
    "in_person": _("In the room"),
    "remote": _("By video"),
    "phone": _("By phone"),
}
ASKED_BY = {"letter": _("By letter, now"), "spoken": _("They were asked in a talk")}
KINDS_OF_PLACE = {
    "in_person": _("In a room"),
    "remote": _("By video or phone"),
    "both": _("In a room, and by video or phone"),
}
YES_NO = {"yes": _("Yes"), "no": _("No")}
CAME = {
    "came": _("They came"),
    "represented": _("Somebody came for them"),
    "not": _("They did not come"),
}
# Whether somebody can make a date that is proposed.
CAN = {"yes": _("Yes"), "if_needed": _("Could, if it must be"), "no": _("No")}
CONFLICTS = {"none": _("None"), "declared": _("Declared")}


def led_by(scheme: Scheme) -> str:
    """Who leads the meeting, as a sentence: nobody chairs who had a part in the case, whatever the page says."""
    if scheme.meeting and scheme.meeting.chair == "independent":
        return gettext("An independent chair leads the meeting.")
    return gettext("Whoever leads the meeting has had no part in your case.")


def part_words(scheme: Scheme, code: str, words: Mapping[str, object]) -> str:
    """A part in these words; a part of an area's own making in the area's."""
    return str(words[code]) if code in words else sentence(code_words(scheme, "parts", code))


def agenda_words(scheme: Scheme, codes: list[str], more: list[str]) -> list[str]:
    """The items of an agenda: those that have codes, then those that were written for one meeting."""
    return [*(capfirst(code_words(scheme, "agenda", code)) for code in codes), *more]


# What the words of these facts are called on a page.
LABELS = {
    "link": _("How to join"),
    "more_items": _("More items of the agenda"),
    "who_comes": _("Who would come"),
    "late_reason": _("Why a date is after the last lawful day"),
    "representative": _("Who comes for them"),
    "adjustments": _("What would make it easier"),
    "interpreter": _("Interpreter"),
    "statement": _("Statement"),
    "attendance": _("Who came"),
    "others_present": _("Who else was there"),
    "without_body": _("Why it went on without a body"),
    "below_quorum": _("Why it was held with fewer organisations than must be there"),
    "without_chair": _("Who led it, and why not the appointed chair"),
    "conflict_notes": _("Conflicts of interest"),
    "about_applicant": _("Why the applicant was not asked, or the statement not read"),
    "shareable": _("May be shared"),
    "restricted": _("Restricted"),
}

"""The hearing of an appeal and its outcome, in a letter."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from casereview.cases.appeal import appeal_of, panel_chair
from casereview.cases.further_action import Further, further_of
from casereview.cases.hearing import part_chosen, since_appeal, sittings
from casereview.letters.about import About
from casereview.letters.markup import Prose, paragraphs
from casereview.people.names import names_of
from casereview.wording.codes import code_words
from casereview.wording.dates import long_date
from casereview.wording.hearing import FURTHER, OWN_PARTS
from casereview.wording.length import and_list


def appeal_about(about: About) -> str:
    """What the appeal is made against, in plain words."""
    found = appeal_of(about.record)
    refusal = found is not None and found.about == "threshold"
    return _("the decision that there will be no review") if refusal else _("how the review was carried out")


def hearing_part(about: About) -> str:
    """The part that the recipient chose, as a sentence; "" before they have."""
    chose = part_chosen(about.record, about.to)
    return f"{OWN_PARTS[chose.codes['hearing_part']]}." if chose else ""


def leads_panel(about: About) -> str:
    """Not "" where the recipient is asked to lead the panel, and not to sit on it as a member."""
    return "yes" if about.to == panel_chair(about.record) else ""


def heard_before(about: About) -> str:
    """The day of the last sitting that was adjourned: the hearing goes on from it; "" before there was one."""
    adjourned = since_appeal(about.record, "hearing_adjourned")
    return long_date(adjourned[-1].happened_on) if adjourned else ""


def appeal_outcome(about: About) -> str:
    """The code of the outcome."""
    decided = about.record.latest("appeal_decided")
    return str(decided.codes["outcome"]) if decided else ""


def heard_on(about: About) -> str:
    """The day of the hearing; of one that went on, each day."""
    return and_list([long_date(each.happened_on) for each in sittings(about.record)])


def rationale(about: About) -> Prose:
    """Why, as the panel wrote it."""
    return paragraphs(str(about.record.said(about.record.latest("appeal_decided"), "rationale")))


def process_comments(about: About) -> Prose:
    """The panel's comments and recommendations on the process; "" where it made none."""
    return paragraphs(str(about.record.said(about.record.latest("appeal_decided"), "comments")))


def considered_points(about: About) -> list[dict[str, str]]:
    """What the panel considered, each with what it found, or that it does not apply."""
    decided = about.record.latest("appeal_decided")
    return [
        {
            "what": capfirst(code_words(about.record.scheme, "considerations", code)),
            "found": str(about.record.said(decided, f"found_{code}"))
            or _("This does not apply to your appeal."),
        }
        for code in (decided.codes["considered"] if decided else ())
    ]


def further_actions(about: About) -> list[dict[str, Any]]:
    """What the panel asked for: what, who does it, by when; all of it, to a person."""
    return [_further(about, each) for each in further_of(about.record)]


def own_further(about: About) -> list[dict[str, Any]]:
    """What it asked of the recipient."""
    return [_further(about, each) for each in further_of(about.record) if each.owner == about.to]


def _further(about: About, each: Further) -> dict[str, Any]:
    office = each.owner.startswith("area:")
    by = _("The office") if office else names_of([each.owner]).get(each.owner, "")
    return {"what": str(FURTHER[each.what]), "text": each.text, "by": by, "due": long_date(each.due)}

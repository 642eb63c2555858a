"""What an applicant answered by choosing, as staff read it: each code of an application with its question."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import Scheme
from casereview.wording.casework import YES_NO_UNKNOWN
from casereview.wording.hate import HATE
from casereview.wording.own_findings import own_codes, own_question

YES_NO = {**YES_NO_UNKNOWN, "not_sure": _("Not sure")}
ASKING_FOR = {
    "me": _("Themselves or their household"),
    "someone": _("Someone else"),
    "group": _("A community group or a business"),
    "neighbours": _("Several neighbours, of whom they are one"),
}
EFFECTS = {
    "sleep": _("sleep"),
    "health": _("health"),
    "fear": _("feeling afraid"),
    "children": _("children"),
    "work": _("work or school"),
    "money": _("money"),
    "going_out": _("going out, or having visitors"),
}
HARDER = {
    "illness": _("illness"),
    "disability": _("disability"),
    "mental_health": _("mental health"),
    "pregnancy": _("pregnancy, or a new baby"),
    "alone": _("living alone"),
    "age": _("age"),
    "language": _("English is not their first language"),
}
MOTIVATIONS = {**HATE, "something_else": _("something else"), "none": _("none"), "not_sure": _("not sure")}
TENURES = {
    "owner": _("Owner"),
    "council": _("Rents from the council"),
    "housing_association": _("Rents from a housing association"),
    "private": _("Rents privately"),
    "other": _("Something else"),
}
NEEDS = {
    "interpreter": _("An interpreter, or sign language"),
    "large_print": _("Large print"),
    "somebody_with_me": _("Somebody with them"),
    "language": _("Language"),
    "other": _("Also"),
}
ROLES = {
    "applicant": _("applicant"),
    "victim": _("person affected"),
    "representative": _("representative"),
    "reporter": _("also reported it"),
    "group": _("group or business"),
    "alleged_perpetrator": _("alleged perpetrator"),
}
# Code, its question, and the words of its answers.
QUESTIONS: Mapping[str, tuple[Any, Mapping[str, object]]] = {
    "asking_for": (_("Asks for"), ASKING_FOR),
    "danger": (_("Is anyone in danger?"), YES_NO),
    "going_on": (_("Is it still going on?"), YES_NO),
    "motivations": (_("Because of"), MOTIVATIONS),
    "hate_motivated": (_("Motivated by hate?"), YES_NO),
    "others": (_("Have others reported it?"), YES_NO),
    "others_reported": (_("How many others"), {}),
    "effects": (_("It affects"), EFFECTS),
    "harder": (_("Makes it harder to cope"), HARDER),
    "stopped": (_("Has what was done stopped it?"), YES_NO),
}


def chosen_words(codes: Mapping[str, Any], scheme: Scheme) -> list[tuple[str, str]]:
    """Every question that was answered by choosing, with the answer in words; the last are those of the rules."""
    of_the_rules = {code: (own_question(scheme, code, "staff"), YES_NO) for code in own_codes(scheme)}
    return [
        (str(question), _answer(codes[name], words))
        for name, (question, words) in {**QUESTIONS, **of_the_rules}.items()
        if codes.get(name) not in (None, "", [])
    ]


def need_words(needs: Mapping[str, Any]) -> list[str]:
    """What somebody needs, each as a text."""
    found = []
    for code, value in needs.items():
        if value:
            said = str(NEEDS.get(code, code))
            found.append(said if value is True else f"{said}: {value}")
    return found


def _answer(value: Any, words: Mapping[str, object]) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(words.get(str(each), each)) for each in values)

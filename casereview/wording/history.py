"""A fact as a sentence of the history: the step's own sentence, its codes in words."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from casereview.wording.casework import VOCABULARIES
from casereview.wording.dates import iso_words
from casereview.wording.length import and_list

OFFICES = ("owner", "deputy")


def history_sentence(says: object, codes: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Fill a step's sentence (`Step.records[kind]`) from `Fact.codes`.

    names: of holders, as `people.names.names_of` gives them. What is missing is said to be not known, and a place
    that nobody has, to be nobody's.
    """
    said = re.sub(r"%\((\w+)\)s", lambda found: _in_words(found[1], codes.get(found[1]), names), str(says))
    return capfirst(said) if said.startswith(_somebody()) else said


def _somebody() -> str:
    """Somebody whose name the reader is not given, as on the pages of the panel."""
    return _("somebody of the case")


def _in_words(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value in (None, "", []):
        return _("nobody yet") if name in OFFICES else _("not known")
    if isinstance(value, list):
        return and_list([_in_words(name, each, names) for each in value])
    text = str(value)
    if text in names or text.startswith("person:"):
        return names.get(text) or _somebody()
    if when := iso_words(text):
        return when
    found = VOCABULARIES.get(name, {}).get(text)
    if found is None:
        return text  # a name, or a number
    words = str(found)
    return (words[:1].lower() + words[1:]).replace(": ", ", ")  # the sentence around it has its own colon

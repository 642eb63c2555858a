"""Our readings of a page's silences as sentences: where, what we took it to be, and why."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.clocks.length import UNITS, Length
from casereview.schemes.model import Reading
from casereview.wording.codes import ALL
from casereview.wording.dates import long_date
from casereview.wording.events import event_words
from casereview.wording.length import and_list, length_words, sentence
from casereview.wording.route_terms import ANSWERS

# What the lines of a file are about, by their key.
ABOUT = {
    "from": gettext_lazy("since when the rules apply"),
    "whose": gettext_lazy("whose reports add up"),
    "of": gettext_lazy("what must lie in that time"),
    "counts": gettext_lazy("what is counted"),
    "at_least": gettext_lazy("how many"),
    "linked_by": gettext_lazy("what joins them"),
    "by": gettext_lazy("who finds it"),
    "report_age_at_least": gettext_lazy("how old a report must be"),
    "counts_from": gettext_lazy("from which day of the request times are counted back"),
    "starts": gettext_lazy("from when"),
    "starts_on": gettext_lazy("on which day the time begins"),
    "stops": gettext_lazy("until when"),
    "length": gettext_lazy("how long"),
    "chase": gettext_lazy("reminders, in working days from the last day"),
    "name": gettext_lazy("its name"),
    "when": gettext_lazy("when it takes part"),
    "outcomes": gettext_lazy("what the outcome can be"),
    "agenda": gettext_lazy("the agenda"),
}
# What a value means where that depends on its key.
MEANS: Mapping[str, Mapping[str, object]] = {
    **ANSWERS,
    "of": {
        "report": gettext_lazy("the day of the report"),
        "incident": gettext_lazy("the day of the incident"),
    },
    "by": {
        "bodies": gettext_lazy("the organisations"),
        "lead": gettext_lazy("the office that co-ordinates"),
        "panel": gettext_lazy("the appeals panel"),
        "applicant": gettext_lazy("the person affected"),
    },
    "counts_from": {
        "application": gettext_lazy("the day on which it is made"),
        "first_contact": gettext_lazy("the first contact, if that helps whoever asks"),
    },
    "starts_on": {
        "day": gettext_lazy("the day itself"),
        "served": gettext_lazy("the day on which the letter counts as served"),
    },
}


def reading_sentence(reading: Reading) -> str:
    """ "Whose reports add up (route.individual.whose): those of one household together. The page says …"."""
    key = next((part for part in reversed(reading.path.split(".")) if not part.isdigit()), "")
    where = reading.path or _("The whole file")
    if key in ABOUT:
        where = _("%(about)s (%(path)s)") % {"about": ABOUT[key], "path": reading.path}
    if reading.value is None:
        text = _("%(where)s: not on the page. %(why)s") % {"where": where, "why": sentence(reading.why)}
    else:
        value = sentence(_value(key, reading.value))
        text = _("%(where)s: %(value)s %(why)s") % {
            "where": where,
            "value": value,
            "why": sentence(reading.why),
        }
    return text if where == reading.path else text[:1].upper() + text[1:]


def _value(key: str, value: object) -> str:
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, dict):
        lengths = [length_words(Length(value[unit], unit)) for unit in UNITS if unit in value]
        return and_list(lengths or list(map(str, value.values())))
    if isinstance(value, list):
        return and_list([_value(key, each) for each in value])
    kinds = (MEANS.get(key, {}), *ALL.values())
    return str(next((words[str(value)] for words in kinds if str(value) in words), event_words(str(value))))

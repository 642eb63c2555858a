"""The equality questions: as the applicant is asked them, as staff key the answers in, and the answers in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

# As the applicant reads them.
ASKED: Mapping[str, Any] = {
    "age": _("How old are you?"),
    "sex": _("What is your sex?"),
    "ethnic_group": _("What is your ethnic group?"),
    "disabled": _("Are you disabled?"),
    "religion": _("What is your religion or belief?"),
}
# As staff read them.
LABELS: Mapping[str, Any] = {
    "age": _("Age"),
    "sex": _("Sex"),
    "ethnic_group": _("Ethnic group"),
    "disabled": _("Disabled?"),
    "religion": _("Religion or belief"),
}
ANSWERS: Mapping[str, Mapping[str, Any]] = {
    "age": {
        "under_18": _("Under 18"),
        "18_34": _("18 to 34"),
        "35_54": _("35 to 54"),
        "55_74": _("55 to 74"),
        "75_over": _("75 or over"),
    },
    "sex": {"female": _("Female"), "male": _("Male")},
    "ethnic_group": {
        "asian": _("Asian or Asian British"),
        "black": _("Black, Black British, Caribbean or African"),
        "mixed": _("Mixed or multiple ethnic groups"),
        "white": _("White"),
        "other": _("Another ethnic group"),
    },
    "disabled": {"yes": _("Yes"), "no": _("No")},
    "religion": {
        "none": _("None"),
        "christian": _("Christian"),
        "muslim": _("Muslim"),
        "hindu": _("Hindu"),
        "sikh": _("Sikh"),
        "jewish": _("Jewish"),
        "buddhist": _("Buddhist"),
        "other": _("Another"),
    },
}

"""The motivations of hate, in words."""

from django.utils.translation import gettext_lazy as _

HATE = {
    "race": _("race"),
    "religion": _("religion"),
    "disability": _("disability"),
    "sexual_orientation": _("sexual orientation"),
    "transgender_identity": _("transgender identity"),
    "age": _("age"),
    "sex": _("sex"),
    "marriage_civil_partnership": _("marriage or civil partnership"),
    "pregnancy_maternity": _("pregnancy or maternity"),
}

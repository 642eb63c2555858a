"""The motivations of hate, in words, and where they matter."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casereview.schemes.model import Route, Scheme
from casereview.wording.page import page_of

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


def asks_hate(route: Route) -> bool:
    """Whether a motivation of hate matters on this route."""
    return route.hate_only or any(minimum.hate for minimum in route.minimums)


def asks_hate_anywhere(scheme: Scheme) -> bool:
    """Whether a motivation of hate matters on any route."""
    return any(map(asks_hate, scheme.routes))


def unnamed_hate_sentence(scheme: Scheme) -> str:
    """That the motivations which are asked about are not the page's own; "" where it names them, or none matters."""
    if "hate" in scheme.sources or not asks_hate_anywhere(scheme):
        return ""
    text = gettext("%(page)s does not say which. These are the ones that are asked about.")
    return text % {"page": page_of(scheme)}

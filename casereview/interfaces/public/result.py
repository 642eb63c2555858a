"""What the answers of the check mean: a paragraph a route. It explains; it never says that somebody cannot ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casereview.interfaces.public.questions import kind
from casereview.schemes.model import Route, Scheme
from casereview.wording.length import length_words
from casereview.wording.routes import minimum_words, route_lines, route_name

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A route: its name, the area's own wording of it, and what it means with these answers."""

    name: str
    rule: str
    meaning: str


def paragraphs(scheme: Scheme, answers: Answers) -> list[Paragraph]:
    """One for each route of the area, in the scheme's order."""
    return [
        Paragraph(route_name(r), " ".join(route_lines(scheme, r)), _meaning(r, answers))
        for r in scheme.routes
    ]


def _meaning(route: Route, answers: Answers) -> str:
    counted = {"incidents": _incidents, "hate": _hate, "people": _people, "none": _judged_only}[kind(route)]
    return counted(route, answers)


def _incidents(route: Route, answers: Answers) -> str:
    needs, told = route.minimums[0].at_least, answers["incidents"]
    if told == "unsure":
        return _("You were not sure how many. That is fine: the organisations look up what they hold.")
    if int(told) >= needs:
        return _("You have told us about enough for this point.")
    words = {"number": minimum_words(route.minimums[0]), "told": told}
    if told == "0":
        return _(
            "This point needs %(number)s%(period)s. You have not reported it yet: what you report from now on counts."
        ) % {**words, "period": _within(route)}
    return _(
        "This point needs %(number)s%(period)s. You told us about %(told)s. "
        "Reports that you forgot, or that others in your household made, may count as well."
    ) % {**words, "period": _within(route)}


def _hate(route: Route, answers: Answers) -> str:
    told = answers.get("hate")
    if told == "no":
        return _("You do not think that it happens because of who you are, so the other points matter more.")
    if answers["incidents"] == "0":
        return _(
            "One report is enough for this point. You have not reported it yet: report it, and it counts."
        )
    if told == "yes":
        return _(
            "You think that it happens because of who you are. One report of it is enough for this point."
        )
    return _(
        "You were not sure why it happens. If it may be because of who you are, say so: one report is enough."
    )


def _people(route: Route, answers: Answers) -> str:
    words = {"number": minimum_words(route.minimums[0]), "period": _within(route)}
    told = answers.get("people")
    if told == "yes":
        return _("You told us that enough people have reported it for this point.")
    if told == "no":
        text = _("This point needs %(number)s%(period)s. The organisations know of reports that you may not.")
        return text % words
    text = _(
        "This point needs %(number)s%(period)s. You do not have to find out: the organisations look it up."
    )
    return text % words


def _judged_only(route: Route, answers: Answers) -> str:
    return _("Nothing is counted here. People decide this when they read your request.")


def _within(route: Route) -> str:
    if route.window is None:
        return ""
    return " " + _("within %(length)s") % {"length": length_words(route.window.length)}

"""The questions of the public check, made from an area's routes, so that it asks only what its rules count."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.schemes.model import Route, Scheme
from casereview.wording.codes import code_words
from casereview.wording.length import length_words, or_list

UNSURE = ("unsure", gettext_lazy("I am not sure"))
YES_NO = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")), UNSURE]
ANSWERED = [
    ("nothing", gettext_lazy("Nothing was done, or nobody answered")),
    ("too_little", gettext_lazy("Something was done, but it did not stop")),
    ("stopped", gettext_lazy("It was dealt with and has stopped")),
    ("unhappy", gettext_lazy("Something was done, and I am unhappy with how it was done")),
    UNSURE,
]
PERIODS = {
    "application": gettext_lazy("in the last %(length)s"),
    "any": gettext_lazy("within any %(length)s, however long ago"),
    "latest_incident": gettext_lazy("in the %(length)s up to the latest incident"),
    "latest_report": gettext_lazy("in the %(length)s up to the latest report"),
    "first_incident": gettext_lazy("in the %(length)s from the first incident on"),
    "first_report": gettext_lazy("in the %(length)s from the first report on"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the check. `code` names the answer; the choices are (code, words)."""

    code: str
    text: str
    hint: str
    choices: list[tuple[str, object]]

    def form(self, data: object = None, chosen: str | None = None) -> forms.Form:
        """A form of this one question, with what was chosen before."""
        wrong = {"required": _("Choose an answer. You can choose “I am not sure”")}
        made = forms.Form(data, initial={"answer": chosen})  # type: ignore[arg-type]
        made.fields["answer"] = forms.ChoiceField(
            label=self.text,
            help_text=self.hint,
            choices=self.choices,
            widget=forms.RadioSelect,
            error_messages={**wrong, "invalid_choice": wrong["required"]},
        )
        return made


def kind(route: Route) -> str:
    """What the check must ask for a route: "hate", "people", "incidents" or, where nothing is counted, "none"."""
    if route.hate_only:
        return "hate"
    if not route.minimums or route.minimums[0].counts == "none":
        return "none"
    return "people" if route.minimums[0].counts in ("people", "households", "groups") else "incidents"


def needed(scheme: Scheme, of_kind: str) -> int:
    """The smallest number that one of the routes of that kind asks for; 0 where there is no such route."""
    return min((r.minimums[0].at_least for r in scheme.routes if kind(r) == of_kind), default=0)


def counts_homes(scheme: Scheme) -> bool:
    """Whether a route counts households, so that it matters who lives with whom."""
    return any(minimum.counts == "households" for route in scheme.routes for minimum in route.minimums)


def questions(scheme: Scheme, area: str) -> list[Question]:
    """At most six, in the order in which they are asked."""
    kinds = {kind(route) for route in scheme.routes}
    asked = [_where(area), _incidents(scheme)]
    if "hate" in kinds:
        asked.append(_hate(scheme))
    if "people" in kinds:
        asked.append(_people(scheme))
    going_on = Question("going_on", _("Is it still going on?"), _("It may come and go."), list(YES_NO))
    answered = Question(
        "answered",
        _("What was done about it?"),
        _("Think of everybody you told. Choose the answer that fits best."),
        list(ANSWERED),
    )
    return [*asked, going_on, answered]


def _where(area: str) -> Question:
    choices = [("here", _("Yes")), ("elsewhere", _("No, somewhere else")), UNSURE]
    return Question(
        "where",
        _("Does it happen in %(area)s?") % {"area": area},
        _("This is where the problem is."),
        choices,
    )


def _incidents(scheme: Scheme) -> Question:
    """How many, of what the route that asks for the fewest counts: incidents, unless it counts every report."""
    enough = max(needed(scheme, "incidents"), 1)
    numbers = [(str(n), str(n)) for n in range(1, enough)]
    last = (str(enough), _("%(n)s or more") % {"n": enough})
    choices = [("0", _("None yet")), *numbers, last, UNSURE]
    period = _period(scheme, "incidents")
    route = _fewest(scheme, "incidents")
    text = _("How many separate incidents have you reported %(period)s?") % {"period": period}
    hint = _(
        "Count each time that something happened and was reported. A report to two organisations is one."
    )
    if route and route.minimums[0].counts == "reports":
        text = _("How many times have you reported the problem %(period)s?") % {"period": period}
        hint = _("Count each time that you told the council, the police, a landlord or another organisation.")
    if route and route.whose == "household":
        hint += " " + _("Reports by people who live with you count too.")
    return Question("incidents", text.replace(" ?", "?"), hint, choices)


def _hate(scheme: Scheme) -> Question:
    reasons = or_list([code_words(scheme, "hate", code) for code in scheme.hate])
    text = _("Do you think that it happens because of who you are?")
    return Question(
        "hate", text, _("For example because of %(reasons)s.") % {"reasons": reasons}, list(YES_NO)
    )


def _people(scheme: Scheme) -> Question:
    number = {"n": needed(scheme, "people"), "period": _period(scheme, "people")}
    text = _("Have at least %(n)s people reported the same problem %(period)s?") % number
    hint = _("Neighbours may have reported it without telling you. They do not have to ask for a review.")
    return Question("people", text.replace(" ?", "?"), hint, list(YES_NO))


def _fewest(scheme: Scheme, of_kind: str) -> Route | None:
    """The route of that kind that asks for the fewest."""
    return min(
        (r for r in scheme.routes if kind(r) == of_kind), key=lambda r: r.minimums[0].at_least, default=None
    )


def _period(scheme: Scheme, of_kind: str) -> str:
    """When they must have been reported, as far as one can ask for it without asking for dates."""
    route = next((r for r in scheme.routes if kind(r) == of_kind and r.window), None)
    if route is None or route.window is None:
        return ""
    window = route.window
    return PERIODS[window.forward_from or window.back_from] % {"length": length_words(window.length)}

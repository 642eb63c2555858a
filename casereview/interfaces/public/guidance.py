"""What a case review is: the choice of an area, and the area's guidance, written from its rules."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from casereview.cases.appeal_window import beginnings, length_from
from casereview.interfaces.access import anyone
from casereview.interfaces.public.places import place, places
from casereview.schemes.model import Scheme
from casereview.wording.clocks import its_words_sentence
from casereview.wording.codes import code_words
from casereview.wording.events import event_words
from casereview.wording.hate import asks_hate_anywhere, unnamed_hate_sentence
from casereview.wording.length import length_words
from casereview.wording.page import page_of
from casereview.wording.promised import further, times
from casereview.wording.routes import route_lines, statute_sentences
from casereview.wording.scheme import no_routes_sentence
from casereview.wording.terms import bound_sentences, limit_sentences, lodging_sentences

# The beginnings of the right to appeal, as said to the person whose right it is.
APPEAL_FROM: dict[str, object] = {
    "completion_notice_sent": gettext_lazy("you are told in writing that your action plan is completed"),
    "threshold_not_met": gettext_lazy("you are told in writing that there is no review this time"),
    "decision_notice_sent": gettext_lazy("you are told the decision in writing"),
    "plan_sent": gettext_lazy("you are sent the action plan"),
}
# Where it is not the sending that begins it; to be told in writing is to get the letter.
APPEAL_SERVED = {"plan_sent": gettext_lazy("you get the action plan")}


# Clocks that the page speaks of in its own sentences.
SHOWN = ("acknowledge", "contact", "decide", "review", "plan", "appeal", "qualification", "outcome")


@anyone
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Which area: the first page of an installation."""
    return render(request, "public/start.html", {"places": places()})


@anyone
@require_safe
def area(request: HttpRequest, code: str) -> HttpResponse:
    """Everything the area promises, from its scheme and its settings, so that it never says more or less."""
    here = place(code)
    scheme, meeting, appeal = here.scheme, here.scheme.meeting, here.scheme.appeal
    begins = beginnings(scheme)
    within = length_from(scheme, begins)
    context = {
        "here": here,
        "scheme": scheme,
        "routes": [route_lines(scheme, route) for route in scheme.routes],
        "page": page_of(scheme),
        "no_routes": no_routes_sentence(scheme),
        "bounds": list(bound_sentences(scheme.apply)) if scheme.apply else [],
        "statute": statute_sentences(scheme.statute),
        "promised": defaultdict(str, times(scheme)),
        "further": further(scheme, SHOWN),
        "hate": _words(scheme, "hate", scheme.hate) if asks_hate_anywhere(scheme) else [],
        "hate_unnamed": unnamed_hate_sentence(scheme),
        "parts": _words(scheme, "parts", meeting.applicant if meeting else ()),
        "work": _words(scheme, "work", meeting.settle if meeting else ()),
        "grounds": _words(scheme, "grounds", appeal.grounds if appeal else ()),
        "considerations": _words(scheme, "considerations", appeal.considerations if appeal else ()),
        "outcomes": _words(scheme, "outcomes", appeal.outcomes if appeal else ()),
        "appeal_limits": list(limit_sentences(scheme, appeal)) if appeal else [],
        "appeal_ways_in": list(lodging_sentences(appeal)) if appeal else [],
        "appeal_within": length_words(within) if within else "",
        "appeal_says": its_words_sentence(scheme.clocks["appeal"]) if "appeal" in scheme.clocks else "",
        "appeal_from": [_appeal_from(scheme, event) for event in begins],
    }
    return render(request, "public/area.html", context)


def _appeal_from(scheme: Scheme, event: str) -> object:
    served = APPEAL_SERVED if scheme.clocks["appeal"].starts_on == "served" else {}
    return served.get(event) or APPEAL_FROM.get(event) or event_words(event)


def _words(scheme: Scheme, kind: str, codes: tuple[str, ...]) -> list[str]:
    return [code_words(scheme, kind, code) for code in codes]

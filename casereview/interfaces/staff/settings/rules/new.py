"""Rules are handed in: checked to the last line, mended on the page, and kept as a proposal once nothing is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.rules.forms import FirstRulesForm, RulesForm
from casereview.interfaces.staff.settings.rules.tasks import ask
from casereview.people import proposals
from casereview.people.changes import Refused
from casereview.people.models import Proposal
from casereview.process import events
from casereview.schemes.check import check
from casereview.schemes.faults import Fault
from casereview.schemes.installing import hindrances
from casereview.schemes.load import by_name, so_far
from casereview.schemes.model import Scheme

MOST = 100  # faults that are shown at once: whoever mends these checks again
IN_FORCE = "in-force"
NAMELESS = "area"  # what faults call a new area that has no short name yet


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, and what is wrong there: nothing, mostly."""

    number: int
    faults: tuple[Fault, ...]


@holds("administer")
@require_http_methods(["GET", "POST"])
def new(request: Request, code: str) -> HttpResponse:
    """New rules of an area that has some."""
    area = reach.find_area(request.viewer, code)
    begun = {"text": _begin(code, request.GET.get("begin", ""))}
    return _handed_in(request, RulesForm(*_given(request), initial=begun), code, {"settings_of": area})


@holds("administer")
@require_http_methods(["GET", "POST"])
def first(request: Request) -> HttpResponse:
    """The first rules of a new area, for whoever administers the whole installation."""
    if not reach.is_everywhere(request.viewer):
        raise Http404
    begun = _begun_first(request.GET.get("begin", ""))
    form = FirstRulesForm(*_given(request), initial=begun)
    form.is_valid()
    code = form.cleaned_data.get("code") if form.is_bound else None
    there = proposals.for_new_areas()
    about = {"waiting": [p for p in there if p.waits], "withdrawn": [p for p in there if p.withdrawn_at]}
    return _handed_in(request, form, code or NAMELESS, about)


def _given(request: Request) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _handed_in(request: Request, form: RulesForm, code: str, about: Mapping[str, object]) -> HttpResponse:
    """The page. Whatever is wrong, the text stands there again as it was typed, to be mended and checked again."""
    faults: list[Fault] = []
    if request.method == "POST":
        valid = form.is_valid()
        found = checked(form.shown_text, code) if form.shown_text.strip() else []
        if isinstance(found, list) and found:
            faults = found
            form.add_error("text", _how_many(faults))
        elif valid and isinstance(found, Scheme):
            try:
                return _propose(request, found)
            except Refused as refused:
                form.add_error("text", str(refused))
    context = {
        **about,
        "form": form,
        "lines": _lines(form.shown_text, faults[:MOST]),
        "faults": faults[:MOST],
        "more": len(faults) - MOST,
        "source": form.shown_text.split("\n"),
    }
    page = "settings/rules/first.html" if isinstance(form, FirstRulesForm) else "settings/rules/new.html"
    return render(request, page, context)


def checked(text: str, code: str) -> Scheme | list[Fault]:
    """The scheme that may be the next of the area, or everything that is wrong, in the order of the lines."""
    found = check(text, events(), code)
    if isinstance(found, list):
        return found
    return hindrances(found, so_far(code), timezone.localdate()) or found


def _propose(request: Request, scheme: Scheme) -> HttpResponse:
    proposal = proposals.propose(scheme, by=request.user)
    if not proposals.is_first(proposal):
        ask(proposal)
    return HttpResponseRedirect(reverse("settings:proposal", args=[proposal.area, proposal.pk]))


def _begin(code: str, with_what: str) -> str:
    """The text to begin with: none, that of the rules in force, or that of a proposal by its number."""
    if with_what == IN_FORCE:
        return by_name(code, timezone.localdate()).text
    found = _proposal(with_what)
    return found.text if found and found.area == code else ""


def _begun_first(with_what: str) -> dict[str, str]:
    """The same for first rules, with the short name that was proposed."""
    found = _proposal(with_what)
    return {"code": found.area, "text": found.text} if found and proposals.is_first(found) else {}


def _proposal(number: str) -> Proposal | None:
    if not number.isdecimal() or len(number) > 9:
        return None
    return Proposal.objects.filter(pk=number).first()


def _lines(text: str, faults: list[Fault]) -> list[Line]:
    by_line: dict[int, list[Fault]] = {}
    for fault in faults:
        by_line.setdefault(fault.line, []).append(fault)
    return [Line(number, tuple(by_line.get(number, ()))) for number in range(1, text.count("\n") + 2)]


def _how_many(faults: list[Fault]) -> str:
    text = ngettext(
        "%(num)d fault is in the text: mend it and check again",
        "%(num)d faults are in the text: mend them and check again",
        len(faults),
    )
    return text % {"num": len(faults)}

"""Rules are handed in: checked to the last line, mended on the page, and kept as a proposal once nothing is wrong."""

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.rules.forms import RulesForm
from casereview.interfaces.staff.settings.rules.tasks import ask
from casereview.people import proposals
from casereview.people.changes import Refused
from casereview.people.models import Proposal
from casereview.process import events
from casereview.schemes.check import check
from casereview.schemes.faults import Fault
from casereview.schemes.load import by_name, versions
from casereview.schemes.model import Scheme
from casereview.schemes.succession import follow_on

MOST = 100  # faults that are shown at once: whoever mends these checks again
IN_FORCE = "in-force"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, and what is wrong there: nothing, mostly."""

    number: int
    faults: tuple[Fault, ...]


@holds("administer")
@require_http_methods(["GET", "POST"])
def new(request: Request, code: str) -> HttpResponse:
    """The page. Whatever is wrong, the text stands there again as it was typed, to be mended and checked again."""
    area = reach.find_area(request.viewer, code)
    first = {"text": _begin(code, request.GET.get("begin", ""))}
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = RulesForm(*given, initial=first)
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
        "settings_of": area,
        "form": form,
        "lines": _lines(form.shown_text, faults[:MOST]),
        "faults": faults[:MOST],
        "more": len(faults) - MOST,
        "source": form.shown_text.split("\n"),
    }
    return render(request, "settings/rules/new.html", context)


def checked(text: str, code: str) -> Scheme | list[Fault]:
    """The scheme that may follow those of the area, or everything that is wrong, in the order of the lines."""
    found = check(text, events(), code)
    if isinstance(found, list):
        return found
    return follow_on(found, versions(code), timezone.localdate()) or found


def _propose(request: Request, scheme: Scheme) -> HttpResponse:
    proposal = proposals.propose(scheme, by=request.user)
    ask(proposal)
    return HttpResponseRedirect(reverse("settings:proposal", args=[proposal.area, proposal.pk]))


def _begin(code: str, with_what: str) -> str:
    """The text to begin with: none, that of the rules in force, or that of a proposal by its number."""
    if with_what == IN_FORCE:
        return by_name(code, timezone.localdate()).text
    if with_what.isdecimal() and len(with_what) < 10:
        return Proposal.objects.filter(area=code, pk=with_what).values_list("text", flat=True).first() or ""
    return ""


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

"""The clerk's desk: appeals by their next date, one appeal, a clerk's steps, and an appeal that is keyed in."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.appeal import appeals, clerk_of
from casereview.cases.appeals_held import Held, held_by_clerks
from casereview.cases.models import Case
from casereview.cases.record import Record
from casereview.cases.references import tidy
from casereview.cases.representing import speaks
from casereview.cases.visible import sight_of
from casereview.interfaces.access import Request, holds
from casereview.interfaces.appeals import appeal_page
from casereview.interfaces.opening import open_case
from casereview.interfaces.panel.appeal_pages import PAGES, frame, steps_for
from casereview.interfaces.served_file import served
from casereview.interfaces.step_page import StepPage, step_named
from casereview.interfaces.told import Somebody, people_of
from casereview.people.names import names_of
from casereview.steps.step import Step
from casereview.wording.appeals import ABOUT, STATES
from casereview.wording.casework import METHODS
from casereview.wording.clocks import clock_title

SPACE = "panel:desk"
A_PAGE = 50
OWN_TEMPLATES = dict.fromkeys(("name_clerk", "refer_appeal", "appoint_panel"), "panel/appeal_choice.html")


class FindForm(forms.Form):
    """The case to which an appeal that came by post or phone belongs."""

    reference = forms.CharField(
        label=_("Reference of the case"),
        help_text=_("As in the letters, for example K7M-4QDX"),
        max_length=20,
        error_messages={"required": _("Enter the reference that the letter or the caller gives")},
    )


@holds("clerk_appeals")
@require_GET
def desk(request: Request) -> HttpResponse:
    """Every appeal of the area, those that wait first, by their next date."""
    found = Paginator(held_by_clerks(request.viewer, timezone.now()), A_PAGE)
    page = found.get_page(request.GET.get("page"))
    clerks = {held.appeal.received.id: _clerk(held) for held in page}
    names = names_of(holder for holder in clerks.values() if holder)
    rows = [
        {
            "held": held,
            "clerk": names.get(clerks[held.appeal.received.id], ""),
            "state": STATES[held.appeal.state],
            "about": ABOUT[held.appeal.about],
            "clock": clock_title(held.clock) if held.clock else "",
            "days": (held.due - timezone.localdate()).days if held.due else None,
            "waited": held.appeal.days_waited(timezone.localdate()),
        }
        for held in page
    ]
    return render(request, "panel/desk.html", {"rows": rows, "page": page})


def _clerk(held: Held) -> str:
    named = held.appeal.latest("clerk_named")
    return str(named.codes["clerk"]) if named else ""


@holds("clerk_appeals")
@require_http_methods(["GET", "POST"])
def find(request: Request) -> HttpResponse:
    """Asks to which case an appeal belongs, and leads to where it is keyed in."""
    form = FindForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        reference = tidy(form.cleaned_data["reference"])
        areas = request.viewer.areas("clerk_appeals")
        if Case.objects.visible_to(request.viewer).filter(reference=reference, area__in=areas).exists():
            return HttpResponseRedirect(reverse("panel:desk_do", args=[reference, "receive_appeal"]))
        form.add_error("reference", _("No case of your area has this reference. Look at it again"))
    return render(request, "panel/desk_find.html", {"form": form})


@holds("clerk_appeals")
@require_GET
def case(request: Request, reference: str, page: str = "appeal") -> HttpResponse:
    """An appeal; and, for the clerk who has taken it on, the case that it is made against."""
    record = _opened(request, reference, f"appeal {page}")
    whole = _has_it(record)
    if page not in PAGES or (page != "appeal" and not whole):
        raise Http404
    shows = PAGES[page].shows(record)
    more = {
        "people": _to_reach(record),
        "methods": METHODS,
        "steps": _steps(record),
        "clerk": names_of([clerk_of(record)]).get(clerk_of(record), ""),
    }
    template = "panel/desk_case.html" if page == "appeal" else f"panel/{page}.html"
    return render(request, template, {**frame(record, SPACE, page, whole=whole), **shows, **more})


@holds("clerk_appeals")
@require_http_methods(["GET", "POST"])
def do(request: Request, reference: str, step: str) -> HttpResponse:
    """Take one of the steps that are a clerk's, in an appeal that is theirs to work on."""
    record = _opened(request, reference, f"appeal step {step}")
    if step not in {each.name for each, _why in _steps(record)}:
        raise Http404
    template = OWN_TEMPLATES.get(step, "panel/appeal_step.html")
    done = reverse("panel:desk_case", args=[record.case.reference])
    more = {**frame(record, SPACE, whole=False), **appeal_page(record), "back": done, "of_clerk": True}
    return StepPage(request, record, step_named(step), template, done, more=more).answer()


@holds("clerk_appeals")
@require_GET
def document(request: Request, reference: str, number: str) -> HttpResponseBase:
    """A file that came with the appeal, or with the case, for the clerk who has it."""
    record = _opened(request, reference, "appeal document")
    found = next((each for each in record.documents if str(each.pk) == str(number)), None)
    if found is None or not _has_it(record):
        raise Http404
    return served(found.file, found.name)


def _opened(request: Request, reference: str, page: str) -> Record:
    """The case, in an area whose panel they clerk."""
    record = open_case(request, reference, page)
    if not request.viewer.may("clerk_appeals", record.case.area):
        raise Http404
    return record


def _to_reach(record: Record) -> list[Somebody]:
    """Whoever appeals and the person affected, with how each may be reached; nobody before it was taken on."""
    told = ("applicant", "victim", "representative")
    theirs = [each for each in people_of(record) if set(each.person.roles) & set(told)]
    return [each for each in theirs if speaks(record, each.person)]


def _has_it(record: Record) -> bool:
    return clerk_of(record) in record.viewer.holders


def _steps(record: Record) -> list[tuple[Step, str]]:
    scopes = sight_of(record.case, record.viewer).scopes
    if not appeals(record):
        scopes &= {"case"}
    return steps_for(record, scopes, "clerk_appeals")

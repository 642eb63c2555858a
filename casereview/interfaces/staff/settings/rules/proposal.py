"""Proposed rules: in words, how they differ, what they would change; then confirmed, discarded or taken back."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.rules import shown
from casereview.interfaces.staff.settings.rules.overview import download
from casereview.interfaces.staff.settings.rules.tasks import ask
from casereview.interfaces.staff.settings.rules.worked_out import worked_out
from casereview.people import proposals
from casereview.people.changes import Refused
from casereview.people.models import Area, Proposal
from casereview.process import events
from casereview.schemes.check import check
from casereview.schemes.installing import hindrances
from casereview.schemes.load import all_areas, folder
from casereview.schemes.model import Scheme
from casereview.wording.dates import long_date
from casereview.wording.own import said


@holds("administer")
@require_GET
def proposal(request: Request, code: str, number: int) -> HttpResponse:
    """What it says, how it differs from the rules that it would follow, and what would change."""
    area, found = _found(request, code, number)
    first = proposals.is_first(found)
    if found.waits and isinstance(check(found.text, None, code), list):
        messages.info(request, _("This release finds faults in these rules that an older one did not."))
        return HttpResponseRedirect(reverse("settings:withdraw_rules", args=[code, number]))
    scheme = _scheme(found)
    context = {
        "settings_of": area,
        "proposal": found,
        "topics": shown.in_words(scheme),
        "first": first,
        "known": code in all_areas(),
        "area_name": scheme.area,
        "differences": None if first else shown.differences(shown.before(scheme), scheme),
        "new_bodies": [] if first else _new_bodies(area, scheme),
        "overtaken": found.waits and hindrances(scheme, proposals.others(scheme), timezone.localdate()),
        "changes": worked_out(found),
        "may_be_taken_back": proposals.may_be_taken_back(found),
    }
    return render(request, "settings/rules/proposal.html", context)


@holds("administer")
@require_http_methods(["GET", "POST"])
def what_if(request: Request, code: str, number: int) -> HttpResponse:
    """What would change, or how far that is worked out; a POST has it worked out again."""
    area, found = _found(request, code, number)
    if proposals.is_first(found):
        raise Http404  # there is no case to rerun
    if request.method == "POST":
        ask(found)
        return HttpResponseRedirect(reverse("settings:what_if", args=[code, number]))
    context = {"settings_of": area, "proposal": found, "changes": worked_out(found)}
    return render(request, "settings/rules/what_if.html", context)


@holds("administer")
@require_GET
def text(request: Request, code: str, number: int) -> HttpResponse:
    """Its text, to the letter, under the name that it would have in the folder of schemes."""
    return download(_scheme(_found(request, code, number)[1]))


@holds("administer")
@require_http_methods(["GET", "POST"])
def confirm(request: Request, code: str, number: int) -> HttpResponse:
    """Say what will happen, then install the rules."""
    area, found = _found(request, code, number)
    first, problem, unwritten = proposals.is_first(found), "", ""
    if request.method == "POST":
        try:
            proposals.confirm(found, by=request.user, events=events())
        except Refused as refused:
            problem = str(refused)
        except proposals.NotWritten as error:
            unwritten = str(error)
        else:
            return _confirmed(request, found, first=first)
    elif not found.waits:
        messages.info(request, _("These rules were confirmed or discarded meanwhile."))
        return _to_rules(code)
    context = {"settings_of": area, "proposal": found, "problem": problem, "unwritten": unwritten}
    named = {"first": first, "area_name": _scheme(found).area if first else str(area)}
    return render(request, "settings/rules/confirm.html", {**context, **named, "folder": folder()})


def _confirmed(request: Request, proposal: Proposal, *, first: bool) -> HttpResponse:
    """Say so, and go where the next thing is to be done: first rules need contacts, bodies and people."""
    if first:
        said_so = _("Confirmed. The area has its rules and its public page. Now fill in its contacts.")
        messages.success(request, said_so)
        return HttpResponseRedirect(reverse("settings:area", args=[proposal.area]))
    day = {"day": long_date(proposal.starts)}
    messages.success(request, _("Confirmed. These rules hold from %(day)s on.") % day)
    return _to_rules(proposal.area)


@holds("administer")
@require_http_methods(["GET", "POST"])
def withdraw(request: Request, code: str, number: int) -> HttpResponse:
    """Ask, then discard rules that wait, or take confirmed ones back before their day."""
    area, found = _found(request, code, number)
    first, problem, unwritten = proposals.is_first(found), "", ""
    if request.method == "POST":
        try:
            proposals.withdraw(found, by=request.user)
        except Refused as refused:
            problem = str(refused)
        except proposals.NotWritten as error:
            unwritten = str(error)
        else:
            said_so = _("Discarded. No rule has changed.")
            if found.confirmed_at:
                said_so = _("Taken back. The rules before them go on.")
            if found.confirmed_at and first:
                said_so = _("Taken back. The area is not here any more.")
            messages.success(request, said_so)
            return _to_rules(code)
    elif not found.waits and not proposals.may_be_taken_back(found):
        messages.info(request, proposals.too_late(found))
        return _to_rules(code)
    context = {
        "settings_of": area,
        "proposal": found,
        "problem": problem,
        "unwritten": unwritten,
        "first": first,
    }
    return render(request, "settings/rules/withdraw.html", {**context, "folder": folder()})


def _found(request: Request, code: str, number: int) -> tuple[Area, Proposal]:
    """The proposal of an area that they administer, or that is to be one. Raises Http404."""
    area = reach.find_area_to_be(request.viewer, code)
    people = ("proposed_by", "confirmed_by", "withdrawn_by")
    found = Proposal.objects.filter(area=code, pk=number).select_related(*people).first()
    if found is None:
        raise Http404
    return area, found


def _scheme(proposal: Proposal) -> Scheme:
    """What its text says. One that an older release took and this one cannot read is not there. Raises Http404."""
    scheme = check(proposal.text, None, proposal.area)
    if isinstance(scheme, list):
        raise Http404
    return scheme


def _new_bodies(area: Area, scheme: Scheme) -> list[str]:
    """The organisations that these rules name, those before them did not, and the area does not have."""
    known = {body.code for body in shown.before(scheme).bodies}
    if not area._state.adding:
        known |= set(area.body_set.values_list("code", flat=True))
    return [str(said(body.name)) for body in scheme.bodies if body.code not in known]


def _to_rules(code: str) -> HttpResponse:
    """To the area's rules; to the list of areas, where it has none."""
    there = reverse("settings:rules", args=[code]) if code in all_areas() else reverse("settings:areas")
    return HttpResponseRedirect(there)

"""Areas: the contacts that a scheme's page masks, what is missing, going live."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.forms import AreaForm
from casereview.people import changes, proposals
from casereview.schemes.load import is_broken


@holds("administer")
@require_http_methods(["GET"])
def areas(request: Request) -> HttpResponse:
    """All areas that they administer, each with what is missing; and first rules that wait for a decision."""
    found = [reach.find_area(request.viewer, code) for code in reach.area_codes(request.viewer)]
    everywhere = reach.is_everywhere(request.viewer)
    waiting = [each for each in proposals.for_new_areas() if each.waits] if everywhere else []
    broken = [each.code for each in found if is_broken(each.code)]
    context = {"areas": found, "broken": broken, "may_add": everywhere, "waiting": waiting}
    return render(request, "settings/areas.html", context)


@holds("administer")
@require_http_methods(["GET", "POST"])
def area(request: Request, code: str) -> HttpResponse:
    """One area's settings. The first save also adds the bodies that the scheme names."""
    found = reach.find_area(request.viewer, code)
    new = found._state.adding
    form = AreaForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        if new:
            changes.set_up_bodies(saved)
        return HttpResponseRedirect(reverse("settings:area", args=[code]))
    shown = reach.find_area(
        request.viewer, code
    )  # the form has put what was typed, perhaps wrong, into `found`
    context = {"form": form, "settings_of": shown, "is_broken": is_broken(code)}
    return render(request, "settings/area.html", context)


@holds("administer")
@require_http_methods(["GET", "POST"])
def switch(request: Request, code: str) -> HttpResponse:
    """Ask, then open the area to applications or close it; it opens only when nothing is missing."""
    found = reach.find_area(request.viewer, code)
    turning_on = not found.switched_on
    missing = found.missing() if turning_on else []
    if request.method == "POST" and not missing:
        wanted = request.POST.get("on") == "yes"
        if wanted == turning_on:
            changes.switch(found, on=wanted, by=request.user)
        return HttpResponseRedirect(reverse("settings:area", args=[code]))
    context = {"settings_of": found, "turning_on": turning_on, "missing": missing}
    return render(request, "settings/switch.html", context)

"""The bodies of an area: list, add, change, deactivate."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.forms import BodyForm
from casereview.people.models import Body


@holds("administer")
@require_http_methods(["GET"])
def bodies(request: Request, code: str) -> HttpResponse:
    """All bodies of the area, those in use first."""
    area = reach.find_area(request.viewer, code)
    found = area.body_set.order_by("-active", "name", "pk")
    return render(request, "settings/bodies.html", {"settings_of": area, "bodies": found})


@holds("administer")
@require_http_methods(["GET", "POST"])
def body(request: Request, code: str, number: int | None = None) -> HttpResponse:
    """Change a body, or add one where no number is given."""
    area = reach.find_area(request.viewer, code)
    found = Body(area=area) if number is None else reach.find_body(request.viewer, area, number)
    form = BodyForm(request.POST if request.method == "POST" else None, instance=found)
    if request.method == "POST" and form.is_valid():
        if area._state.adding:
            area.save()
        form.save()
        return HttpResponseRedirect(reverse("settings:bodies", args=[code]))
    context = {"form": form, "settings_of": area, "number": number, "active": found.active}
    return render(request, "settings/body.html", context)


@holds("administer")
@require_http_methods(["GET", "POST"])
def deactivate(request: Request, code: str, number: int) -> HttpResponse:
    """Ask, then stop (or resume) sending a body new applications. Its cases stay as they are."""
    found = reach.find_body(request.viewer, reach.find_area(request.viewer, code), number)
    if request.method == "POST":
        found.active = request.POST.get("active") == "yes"
        found.save(update_fields=["active"])
        return HttpResponseRedirect(reverse("settings:bodies", args=[code]))
    return render(request, "settings/deactivate.html", {"body": found, "settings_of": found.area})

"""An area's logo."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.forms import LogoForm
from casereview.people import logos
from casereview.people.models import Logo


@holds("administer")
@require_http_methods(["GET", "POST"])
def logo(request: Request, code: str) -> HttpResponse:
    """Choose a logo, or remove it."""
    area = reach.find_area(request.viewer, code)
    if area._state.adding:
        raise Http404
    form = LogoForm(request.POST if request.method == "POST" else None, request.FILES)
    if request.method == "POST" and "remove" in request.POST:
        Logo.objects.filter(area=area).delete()
        return HttpResponseRedirect(reverse("settings:area", args=[code]))
    if request.method == "POST" and form.is_valid():
        try:
            logos.keep(area, form.cleaned_data["file"])
            return HttpResponseRedirect(reverse("settings:area", args=[code]))
        except logos.NotALogo as error:
            form.add_error("file", str(error))
    kept = Logo.objects.filter(area=area).first()
    return render(request, "settings/logo.html", {"form": form, "settings_of": area, "logo": kept})

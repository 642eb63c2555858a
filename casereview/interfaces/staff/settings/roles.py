"""Roles of a person: give one, end one."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.forms import RoleForm
from casereview.people import changes
from casereview.people.roles import ROLES


@holds("administer")
@require_http_methods(["GET", "POST"])
def give(request: Request, number: int) -> HttpResponse:
    """Give a role in an area that they administer."""
    user = reach.find_person(request.viewer, number)
    form = RoleForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        changes.grant(
            user,
            role=form.cleaned_data["role"],
            area=form.cleaned_data["area"],
            body=form.cleaned_data["body"],
            by=request.user,
        )
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    hints = {role.code: role.about for role in ROLES.values()}
    return render(request, "settings/give_role.html", {"form": form, "person": user, "hints": hints})


@holds("administer")
@require_http_methods(["GET", "POST"])
def end(request: Request, number: int, membership: int) -> HttpResponse:
    """Ask, then end a role; the person is signed out everywhere."""
    user = reach.find_person(request.viewer, number)
    held = user.membership_set.filter(pk=membership, until=None).select_related("area", "body").first()
    if held is None or not _theirs_to_end(request, held.area_id) or user.pk == request.user.pk:
        raise Http404
    if request.method == "POST":
        changes.end(held, by=request.user)
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    return render(request, "settings/end_role.html", {"person": user, "membership": held})


def _theirs_to_end(request: Request, area_code: str | None) -> bool:
    if area_code is None:
        return reach.is_everywhere(request.viewer)
    return bool(request.viewer.may("administer", area_code))

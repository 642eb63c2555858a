"""The people who sign in: list, search, invite, disable."""

from allauth.mfa.models import Authenticator
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch, Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.interfaces.staff.settings.forms import InviteForm
from casereview.interfaces.staff.settings.interests import interests_of
from casereview.interfaces.staff.settings.terms import terms_of
from casereview.interfaces.staff.sign_in.tasks import send_invitation
from casereview.people import changes
from casereview.people.models import Membership

A_PAGE = 25


@holds("administer")
@require_http_methods(["GET"])
def people(request: Request) -> HttpResponse:
    """25 a page, found by name or e-mail address."""
    sought = request.GET.get("q", "").strip()
    current = Membership.objects.current().select_related("area", "body")
    found = reach.people(request.viewer).prefetch_related(
        Prefetch("membership_set", current, to_attr="roles")
    )
    if sought:
        found = found.filter(Q(name__icontains=sought) | Q(email__icontains=sought))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "settings/people.html", {"page": page, "sought": sought})


@holds("administer")
@require_http_methods(["GET", "POST"])
def invite(request: Request) -> HttpResponse:
    """Make an account and write to the person; roles are given on the next page."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            user = changes.make_user(form.cleaned_data["email"], form.cleaned_data["name"])
            send_invitation.enqueue(user.pk)
        return HttpResponseRedirect(reverse("settings:person", args=[user.pk]))
    return render(request, "settings/invite.html", {"form": form})


@holds("administer")
@require_http_methods(["GET"])
def person(request: Request, number: int) -> HttpResponse:
    """One person: roles now and before, and what can be done."""
    user = reach.find_person(request.viewer, number)
    held = user.membership_set.select_related("area", "body", "granted_by", "ended_by")
    context = {
        "person": user,
        "memberships": held,
        "interests": interests_of(request.viewer, user),
        **terms_of(request.viewer, user),
        "may_shut_out": reach.may_shut_out(request.viewer, user),
        "oneself": user.pk == request.user.pk,
        "reach": request.viewer,
    }
    return render(request, "settings/person.html", context)


ACTIONS = ("invite", "disable", "enable", "second-factor")


@holds("administer")
@require_http_methods(["GET", "POST"])
def act(request: Request, number: int, action: str) -> HttpResponse:
    """Ask, then: invite again, disable, enable, or take a lost second factor away."""
    user = reach.find_person(request.viewer, number)
    if action not in ACTIONS or not reach.may_shut_out(request.viewer, user) or user.pk == request.user.pk:
        raise Http404
    if request.method == "GET":
        return render(request, "settings/act.html", {"person": user, "action": action})
    if action == "invite":
        send_invitation.enqueue(user.pk)
    elif action == "disable":
        changes.disable(user, by=request.user)
    elif action == "enable":
        changes.enable(user)
    else:
        with transaction.atomic():
            Authenticator.objects.filter(user=user).delete()
            user.end_sessions()
    return HttpResponseRedirect(reverse("settings:person", args=[number]))

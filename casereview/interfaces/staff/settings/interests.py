"""Interests that somebody has declared, which keep them from chairing or hearing some cases: add one, end one."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casereview.components.forms import DateField
from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.people import changes
from casereview.people.models import Body, Interest, User
from casereview.people.viewer import Viewer


class InterestForm(forms.Form):
    """The bodies are those of the areas that the administrator looks after."""

    body = forms.TypedChoiceField(
        label=_("Which body is it about?"),
        help_text=_(
            "They cannot chair a review in which this body has a part. Without one, it is shown to whoever appoints"
        ),
        required=False,
        coerce=lambda number: Body.objects.get(pk=number),
        empty_value=None,
    )
    words = forms.CharField(
        label=_("What is it?"),
        help_text=_("For example: brother works there. Name nobody"),
        max_length=300,
        error_messages={"required": _("Say what it is")},
    )
    since = DateField(label=_("Since when?"), not_future=True)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Body.objects.filter(area__in=reach.area_codes(viewer)).select_related("area")
        self.fields["body"].choices = [  # type: ignore[attr-defined]
            ("", _("None of them")),
            *((body.pk, f"{body.name} ({body.area})") for body in bodies),
        ]


@holds("administer")
@require_http_methods(["GET", "POST"])
def add(request: Request, number: int) -> HttpResponse:
    """Write down what somebody has declared."""
    person = reach.find_person(request.viewer, number)
    form = InterestForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        changes.declare_interest(person, **form.cleaned_data)
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    return render(request, "settings/add_interest.html", {"form": form, "person": person})


@holds("administer")
@require_http_methods(["GET", "POST"])
def end(request: Request, number: int, interest: int) -> HttpResponse:
    """Ask, then end an interest with today; it stays on record."""
    person = reach.find_person(request.viewer, number)
    found = Interest.objects.filter(user=person, pk=interest, until=None).select_related("body").first()
    if found is None or not theirs_to_end(request.viewer, found):
        raise Http404
    if request.method == "POST":
        changes.end_interest(found, on=timezone.localdate())
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    return render(request, "settings/end_interest.html", {"person": person, "interest": found})


def interests_of(viewer: Viewer, person: User) -> list[tuple[Interest, bool]]:
    """Everything that the person declared, ended or not, each with whether this administrator may end it."""
    found = Interest.objects.filter(user=person).select_related("body", "body__area")
    return [(each, not each.until and theirs_to_end(viewer, each)) for each in found]


def theirs_to_end(viewer: Viewer, interest: Interest) -> bool:
    """Whether it is about a body of their areas, or about none."""
    return interest.body is None or interest.body.area_id in reach.area_codes(viewer)

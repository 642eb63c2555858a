"""The pool of the appeals panel: terms of office and training of each, kept by administrators."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casereview.cases.panel_office import chairs, sitting, with_panels_of
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.components.forms import DateField
from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.settings import reach
from casereview.people import changes
from casereview.people.models import Area, Term, User
from casereview.people.panel import Seat, panel_of
from casereview.people.roles import ROLES
from casereview.people.viewer import SYSTEM, Viewer

OF_THE_PANEL = ("panel_chair", "panel_member")
A_PAGE = 25


class TermForm(forms.Form):
    """The areas are those that the administrator looks after."""

    area = forms.ModelChoiceField(label=_("For which area?"), queryset=Area.objects.none())
    since = DateField(label=_("First day of the term"))
    until = DateField(label=_("Last day of the term"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.filter(pk__in=reach.area_codes(viewer))
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A term that ends before it begins is none."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Enter a day after the first day of the term"))
        return cleaned


class TrainingForm(forms.Form):
    """What they learned, and when."""

    words = forms.CharField(
        label=_("What was the training about?"),
        max_length=200,
        error_messages={"required": _("Say what it was about")},
    )
    on = DateField(label=_("When?"), not_future=True)


@holds("administer")
@require_http_methods(["GET"])
def panel(request: Request) -> HttpResponse:
    """Everybody in the pools of the areas that they administer: who is in office, whose term ends soon."""
    today = timezone.localdate()
    rows = [
        (area, ROLES[role].title, seat, _terms(seat, today), _standing(seat, today))
        for area in Area.objects.filter(pk__in=reach.area_codes(request.viewer))
        for role in OF_THE_PANEL
        for seat in panel_of(area.pk, role).values()
    ]
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "settings/panel.html", {"page": page})


def _terms(seat: Seat, today: date) -> list[Term]:
    """The terms that last or are to come; where none does, the last that did."""
    return [term for term in seat.terms if term.until >= today] or list(filter(None, [seat.term]))


def _standing(seat: Seat, today: date) -> tuple[str, Any]:
    """How the term stands: a colour of its tag, and words."""
    if seat.term is None:
        return "red", _("No term of office: cannot be chosen")
    if seat.ends_soon(today):
        return "yellow", _("Ends soon")
    if seat.in_office(today):
        return "green", _("In office")
    return ("grey", _("Not begun")) if seat.term.since > today else ("red", _("Ended: cannot be chosen"))


@holds("administer")
@require_http_methods(["GET", "POST"])
def add(request: Request, number: int) -> HttpResponse:
    """Appoint somebody for a term."""
    person = reach.find_person(request.viewer, number)
    form = TermForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        changes.give_term(person, **form.cleaned_data)
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    return render(request, "settings/add_term.html", {"form": form, "person": person})


@holds("administer")
@require_http_methods(["GET", "POST"])
def end(request: Request, number: int, term: int) -> HttpResponse:
    """Ask, then end a term with today; it stays on record."""
    person = reach.find_person(request.viewer, number)
    found = Term.objects.filter(user=person, pk=term).select_related("area").first()
    if found is None or not _may_end(request.viewer, found):
        raise Http404
    if request.method == "POST":
        changes.end_term(found, on=timezone.localdate())
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    told = {"person": person, "term": found, "may_shut_out": reach.may_shut_out(request.viewer, person)}
    return render(request, "settings/end_term.html", {**told, **_what_ends(person, found)})


@holds("administer")
@require_http_methods(["GET", "POST"])
def train(request: Request, number: int) -> HttpResponse:
    """Write down a training."""
    person = reach.find_person(request.viewer, number)
    form = TrainingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        changes.record_training(person, **form.cleaned_data)
        return HttpResponseRedirect(reverse("settings:person", args=[number]))
    return render(request, "settings/add_training.html", {"form": form, "person": person})


def terms_of(viewer: Viewer, person: User) -> dict[str, Any]:
    """What a person's page shows: each term with whether this administrator may end it, and the training."""
    terms = Term.objects.filter(user=person).select_related("area")
    return {
        "terms": [(each, _may_end(viewer, each)) for each in terms],
        "trainings": list(person.trainings.all()),
    }


def _what_ends(person: User, term: Term) -> dict[str, Any]:
    """Whether another term goes on from it, and in how many appeals something is open to them."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    others = Term.objects.filter(user=person, area=term.area_id).exclude(pk=term.pk)
    goes_on = others.filter(since__lte=tomorrow, until__gte=tomorrow).exists()
    holder = f"user:{person.pk}"
    with acting(SYSTEM):  # an administrator sees no case; a number names none
        cases = with_panels_of(holder, term.area_id, timezone.localdate())
        records = [load(case, SYSTEM) for case in cases]
    sits = sum(holder in sitting(record) for record in records)
    return {"goes_on": goes_on, "sits": sits, "chairs": sum(chairs(record, holder) for record in records)}


def _may_end(viewer: Viewer, term: Term) -> bool:
    return viewer.may("administer", term.area_id) and term.until > timezone.localdate()

"""Declaring any conflict: the one page of a review that opens before that, and it tells nothing of the case."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casereview.audit.trail import note
from casereview.cases.asked import asked_about, case_of
from casereview.cases.models import Appointment
from casereview.interfaces.access import Request, holds
from casereview.people.models import Area
from casereview.process import Invalid, NotAllowed, NotOpen, take
from casereview.steps.declaration import DeclarationForm


@holds("chair")
@require_http_methods(["GET", "POST"])
def declare(request: Request, reference: str) -> HttpResponse:
    """Who has a part in the case, and two answers to choose from."""
    asked = asked_about(request.viewer, reference)
    if asked is None:
        raise Http404
    note(request.viewer.holder, "read", "review declare", asked.case_id)
    if request.method == "POST":
        return _declared(request, asked)
    return _page(request, asked, DeclarationForm(label_suffix=""))


def _declared(request: Request, asked: Appointment) -> HttpResponse:
    """Take the step; an appointment is declared once, however often the form is sent."""
    try:
        take(
            "declare_chair",
            viewer=request.viewer,
            case=case_of(asked),
            answers=request.POST,
            key=f"declare:{asked.pk}",
        )
    except Invalid as invalid:
        return _page(request, asked, invalid.form)
    except NotOpen:  # it was declared from another window
        return redirect("panel:review", asked.reference)
    except NotAllowed as not_allowed:  # it has ended meanwhile
        raise Http404 from not_allowed
    if request.POST.get("conflict") == "yes":
        messages.success(
            request, _("Thank you. We will ask somebody else. Nothing of this case opens to you.")
        )
        return redirect("panel:waiting")
    messages.success(request, _("Thank you. The papers are open to you now."))
    return redirect("panel:review", asked.reference)


def _page(request: Request, asked: Appointment, form: object) -> HttpResponse:
    area = Area.objects.filter(pk=asked.area).first()
    return render(request, "panel/declare.html", {"asked": asked, "form": form, "office": area})

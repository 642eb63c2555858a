"""The code by which somebody comes to their own page: read out on the phone, or withdrawn for a new one.

Whoever has it reads all that they may, so that it stands on a page of its own, and each look is noted.
"""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from casereview.audit.trail import note
from casereview.cases.models import Person
from casereview.cases.record import Record
from casereview.cases.way_in import code_of, new_code, with_page
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.staff.case.views import context_of


@holds("coordinate")
@require_GET
def code(request: Request, reference: str) -> HttpResponse:
    """The code that holds now."""
    record = open_case(request, reference, "case way-in code")
    person = _person(request, record)
    context = {**context_of(record), "person": person, "code": code_of(_id(person))}
    return render(request, "case/way_in.html", context)


@holds("coordinate")
@require_http_methods(["GET", "POST"])
def another(request: Request, reference: str) -> HttpResponse:
    """Ask, then withdraw the code and make a new one."""
    record = open_case(request, reference, "case new way-in code")
    person = _person(request, record)
    if request.method == "GET":
        return render(request, "case/way_in_new.html", {**context_of(record), "person": person})
    new_code(_id(person))
    note(request.viewer.holder, "wrote", "new way-in code", record.case.pk)
    messages.success(request, _("This is the new code. The one before opens nothing any more."))
    return HttpResponseRedirect(
        reverse("work:way_in", args=[record.case.reference]) + f"?who={quote(person.holder)}"
    )


def _person(request: Request, record: Record) -> Person:
    """Whoever is asked about (`who`, a holder), else the applicant. Raises Http404 where they have no page."""
    wanted = request.GET.get("who") or (record.applicant.holder if record.applicant else "")
    for person in with_page(record):
        if person.holder == wanted:
            return person
    raise Http404


def _id(person: Person) -> str:
    """As in their holder, which stays the same when an application is passed on."""
    return person.holder.removeprefix("person:")

"""Files about an action, for the office: send one on behalf of who owns the action, see which there are."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.cases.evidence import action_of
from casereview.interfaces.access import Request, holds
from casereview.interfaces.evidence_page import Place
from casereview.interfaces.opening import open_case
from casereview.interfaces.staff.case.views import context_of


@holds("coordinate")
@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: Request, reference: str, number: int) -> HttpResponse:
    """The files of one action. Raises Http404 where there is none of that number."""
    record = open_case(request, reference, "case evidence")
    action = action_of(record, number)
    if action is None:
        raise Http404
    arguments = (record.case.reference,)
    here = reverse("work:evidence", args=[*arguments, number])
    back = reverse("work:plan", args=arguments)
    place = Place(
        request,
        record,
        action,
        "case/evidence.html",
        here,
        "work:document",
        arguments,
        "",
        back,
    )
    return place.answer(context_of(record, "plan"))

"""Files about an action of this officer's body: send one, see which there are, download one."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.evidence import action_of
from casereview.interfaces.access import Request, holds
from casereview.interfaces.body.opening import opened
from casereview.interfaces.evidence_page import Place
from casereview.interfaces.served_file import served


@holds("answer_for_body")
@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: Request, reference: str, body: str, number: int) -> HttpResponse:
    """The files of one action. Raises Http404 for one of another body."""
    record, mine = opened(request, reference, body, "partner evidence")
    action = action_of(record, number)
    if action is None or action.body != mine.holder:
        raise Http404
    arguments = (record.case.reference, mine.code)
    here = reverse("partner:evidence", args=[*arguments, number])
    back = reverse("partner:case", args=arguments)
    place = Place(
        request,
        record,
        action,
        "body/evidence.html",
        here,
        "partner:document",
        arguments,
        mine.holder,
        back,
    )
    return place.answer({"back": back, "mine": mine})


@holds("answer_for_body")
@require_GET
def document(request: Request, reference: str, body: str, number: str) -> HttpResponseBase:
    """Download a file of this body's. Raises Http404 for one that is not clean, not theirs, or not there."""
    record, mine = opened(request, reference, body, "partner document")
    theirs = (each for each in record.documents if each.own == mine.holder)
    found = next((each for each in theirs if str(each.pk) == str(number)), None)
    if found is None:
        raise Http404
    return served(found.file, found.name)

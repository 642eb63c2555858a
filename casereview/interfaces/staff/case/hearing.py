"""The papers of a hearing, as they went to the side of the review."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.pack import HEARING, papers_response, sent_to


@holds("coordinate")
@require_GET
def papers(request: Request, reference: str) -> HttpResponse:
    """As they were sent last to this reader. Raises Http404 for whoever was sent none."""
    record = open_case(request, reference, "hearing papers")
    sent = sent_to(record, request.viewer.holder, HEARING)
    if sent is None:
        raise Http404
    return papers_response(record, request.viewer.holder, sent.number, HEARING)

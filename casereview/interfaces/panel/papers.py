"""The chair's version of the papers for the meeting."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from casereview.interfaces.access import Request, holds
from casereview.interfaces.pack import papers_response, sent_to
from casereview.interfaces.panel.opening import chaired


@holds("chair")
@require_GET
def papers(request: Request, reference: str) -> HttpResponse:
    """As they were sent last. Raises Http404 before that."""
    record = chaired(request, reference, "review papers")
    if record is None:
        return redirect("panel:declare", reference)
    sent = sent_to(record, request.viewer.holder)
    if sent is None:
        raise Http404
    return papers_response(record, request.viewer.holder, sent.number)

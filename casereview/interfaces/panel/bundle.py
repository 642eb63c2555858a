"""The papers of a hearing, for somebody of its panel, and for its clerk."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from casereview.cases.appeal import clerk_of
from casereview.cases.hearing import panel
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.pack import HEARING, papers_response, sent_to


@holds("qualify_appeals", "decide_appeals")
@require_GET
def papers(request: Request, reference: str) -> HttpResponse:
    """As they were sent last to this member. Raises Http404 before that, and before they have declared."""
    record = open_case(request, reference, "hearing papers")
    me = request.viewer.holder
    sent = sent_to(record, me, HEARING)
    if sent is None or me not in panel(record):
        raise Http404
    return papers_response(record, me, sent.number, HEARING)


@holds("clerk_appeals")
@require_GET
def draft(request: Request, reference: str) -> HttpResponse:
    """The panel's papers as they would be now, for the clerk who has the appeal."""
    record = open_case(request, reference, "hearing papers now")
    if clerk_of(record) != request.viewer.holder:
        raise Http404
    return papers_response(record, request.viewer.holder, None, HEARING)

"""A body's version of the papers for the meeting."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from casereview.interfaces.access import Request, holds
from casereview.interfaces.body.opening import opened
from casereview.interfaces.pack import HEARING, papers_response, sent_to


@holds("answer_for_body")
@require_GET
def papers(request: Request, reference: str, body: str) -> HttpResponse:
    """As they were sent last. Raises Http404 before that."""
    record, mine = opened(request, reference, body, "partner papers")
    sent = sent_to(record, mine.holder)
    if sent is None:
        raise Http404
    return papers_response(record, mine.holder, sent.number)


@holds("answer_for_body")
@require_GET
def hearing(request: Request, reference: str, body: str) -> HttpResponse:
    """The papers of the hearing of an appeal, as they were sent last. Raises Http404 before that."""
    record, mine = opened(request, reference, body, "partner hearing papers")
    sent = sent_to(record, mine.holder, HEARING)
    if sent is None:
        raise Http404
    return papers_response(record, mine.holder, sent.number, HEARING)

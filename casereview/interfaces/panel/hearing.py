"""The hearing of an appeal, for whoever chaired the review: when it is, their papers, and the view that they give.

Their access to the case may have ended: nothing else of it opens, and this closes with the day of the hearing.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.record import Record
from casereview.cases.review_side import invited_to_speak, review_chair
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.pack import HEARING, papers_response, sent_to
from casereview.interfaces.speaking import speaking_page
from casereview.interfaces.step_page import StepPage, step_named

VIEW = "give_appeal_view"


@holds("chair")
@require_GET
def hearing(request: Request, reference: str) -> HttpResponse:
    """When and where it is, and what the reader may do for it."""
    record = _opened(request, reference, "hearing")
    own = [record.case.reference]
    context = {
        "record": record,
        "speaking": speaking_page(
            record,
            request.viewer.holder,
            papers=reverse("panel:side_papers", args=own),
            write=reverse("panel:side_view", args=own),
        ),
    }
    return render(request, "panel/hearing.html", context)


@holds("chair")
@require_http_methods(["GET", "POST"])
def view(request: Request, reference: str) -> HttpResponse:
    """Write for the panel to read, as whoever chaired the review."""
    record = _opened(request, reference, "hearing view")
    done = reverse("panel:hearing", args=[record.case.reference])
    fixed = {"person": request.viewer.holder}
    template = "panel/hearing_view.html"
    return StepPage(
        request, record, step_named(VIEW), template, done, fixed=fixed, more={"back": done}
    ).answer()


@holds("chair")
@require_GET
def papers(request: Request, reference: str) -> HttpResponse:
    """The papers as they were sent last to this reader. Raises Http404 before that."""
    record = _opened(request, reference, "hearing papers")
    sent = sent_to(record, request.viewer.holder, HEARING)
    if sent is None:
        raise Http404
    return papers_response(record, request.viewer.holder, sent.number, HEARING)


def _opened(request: Request, reference: str, page: str) -> Record:
    """The case, for its chair who is invited to a hearing that is still to come or is today."""
    record, me = open_case(request, reference, page), request.viewer.holder
    if review_chair(record) != me or invited_to_speak(record, me) is None:
        raise Http404
    return record

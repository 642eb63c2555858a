"""How a page of a chair opens a review: for the one who chairs it, once they have declared that nothing conflicts."""

from django.http import Http404

from casereview.cases.asked import asked_about
from casereview.cases.chair import chair_of
from casereview.cases.models import Case
from casereview.cases.record import Record
from casereview.cases.references import tidy
from casereview.interfaces.access import Request
from casereview.interfaces.opening import open_case


def chaired(request: Request, reference: str, page: str) -> Record | None:
    """The case, once they have declared; None before that. Raises Http404 for what they are not asked to chair."""
    if asked_about(request.viewer, reference) is None:
        raise Http404
    if not Case.objects.visible_to(request.viewer).filter(reference=tidy(reference)).exists():
        return None
    record = open_case(request, reference, page)
    return record if chair_of(record) in request.viewer.holders else None

"""How a page of a body opens a case: for an officer of that body, and for nobody of another."""

from django.http import Http404

from casereview.cases.record import Record
from casereview.interfaces.access import Request
from casereview.interfaces.body.waiting import bodies_of
from casereview.interfaces.opening import open_case
from casereview.people.models import Body


def opened(request: Request, reference: str, code: str, page: str) -> tuple[Record, Body]:
    """The case, and the body of its area for which the viewer answers. Raises Http404 where either is not theirs."""
    record = open_case(request, reference, page)
    mine = [
        body for body in bodies_of(request.viewer) if body.code == code and body.area_id == record.case.area
    ]
    if not mine:
        raise Http404
    return record, mine[0]

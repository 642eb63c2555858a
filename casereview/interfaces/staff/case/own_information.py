"""The copy of what is held of somebody, for those who prepare it and sign it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from casereview.cases.own_information import asked, asker, by_hand, prepared
from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.own_information import copy_response
from casereview.letters.paper import can_make_pdf


def asking(record: Record) -> dict[str, Any]:
    """Who waits for what, whether a letter goes to them, and whether there is a copy to look at."""
    request = asked(record)
    person = asker(record, request) if request else None
    return {
        "asked_on": request.happened_on if request else None,
        "asked_for": record.said(request, "what"),
        "asker": person.name if person else "",
        "by_hand": bool(request and by_hand(record, request)),
        "has_copy": prepared(record) is not None and can_make_pdf(),
    }


@holds("coordinate")
@require_GET
def copy_pdf(request: Request, reference: str) -> HttpResponse:
    """The copy as it was prepared. Raises Http404 before that."""
    record = open_case(request, reference, "copy of own information")
    made = prepared(record)
    if made is None:
        raise Http404
    return copy_response(record.case, made)

"""How a page opens a case: by its reference, for whoever is looking, and never without a note of it."""

from django.http import Http404

from casereview.audit.trail import note
from casereview.cases.reading import read
from casereview.cases.record import Record
from casereview.cases.references import tidy
from casereview.cases.visible import sight_by_reference
from casereview.interfaces.access import Request


def open_case(request: Request, reference: str, page: str) -> Record:
    """Return the case as this viewer may see it, and write down that they read this page of it.

    Raises Http404 for a case that does not exist and for one that is not theirs: the two look alike.
    """
    sight = sight_by_reference(tidy(reference), request.viewer)
    if sight is None:
        raise Http404
    note(request.viewer.holder, "read", page, sight.case.pk)
    return read(sight)

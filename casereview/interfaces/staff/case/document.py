"""A file of a case, handed out only when a scanner has found it clean."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.served_file import served


@holds("coordinate")
@require_GET
def document(request: Request, reference: str, number: str) -> HttpResponseBase:
    """Download a file. Raises Http404 for one that is not clean, not of this case, or not there."""
    record = open_case(request, reference, "case document")
    found = next((document for document in record.documents if str(document.pk) == str(number)), None)
    if found is None:
        raise Http404
    return served(found.file, found.name)

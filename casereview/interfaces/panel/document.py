"""A file about an action of the plan, for the chair of the review."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from casereview.interfaces.access import Request, holds
from casereview.interfaces.panel.opening import chaired
from casereview.interfaces.served_file import served


@holds("chair")
@require_GET
def document(request: Request, reference: str, number: str) -> HttpResponseBase:
    """Download a file. Raises Http404 for one that is not clean, not of this case, or not there."""
    record = chaired(request, reference, "review document")
    if record is None:
        return redirect("panel:declare", reference)
    found = next((each for each in record.documents if str(each.pk) == str(number)), None)
    if found is None:
        raise Http404
    return served(found.file, found.name)

"""A file that shows what was done, where whoever did it said that the applicant may see it."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from casereview.cases.evidence import evidence_of
from casereview.cases.plan import progress
from casereview.interfaces.access import Request, own_case
from casereview.interfaces.applicant.own import open_own
from casereview.interfaces.served_file import served


@own_case
@require_safe
def plan_file(request: Request, number: str) -> HttpResponseBase:
    """Download it. Raises Http404 for one that is not clean, not theirs to see, or not there."""
    record = open_own(request, "plan file")
    found = (each.document for action in progress(record) for each in evidence_of(record, action.number))
    document = next((each for each in found if str(each.pk) == str(number)), None)
    if document is None:
        raise Http404
    return served(document.file, document.name)

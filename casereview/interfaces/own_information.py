"""The copy of what is held of somebody, as an accessible PDF: the same for those who sign it and for whoever asked."""

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string

from casereview.cases.models import Case, Fact
from casereview.cases.postgresql.roles import acting
from casereview.cases.reading import load
from casereview.letters.own_information import copy_of
from casereview.letters.paper import NoPdf, write
from casereview.people.viewer import SYSTEM


def copy_response(case: Case, made: Fact) -> HttpResponse:
    """The copy as a download, under a name that gives nothing away. made: the fact that it was prepared.

    Raises Http404 where this machine cannot make PDFs.
    """
    with acting(SYSTEM):
        whole = load(case, SYSTEM)
    context = {"reference": case.reference, "parts": copy_of(whole, made), "made_on": made.happened_on}
    try:
        written = write(render_to_string("told/own_information.html", context))
    except NoPdf as missing:
        raise Http404 from missing
    headers = {"Content-Disposition": 'attachment; filename="copy.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(written, content_type="application/pdf", headers=headers)

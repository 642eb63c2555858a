"""The chronology as an accessible PDF."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string

from casereview.cases.record import Record
from casereview.interfaces.chronology.rows import Row
from casereview.letters.paper import NoPdf, write


def paper(record: Record, rows: Sequence[Row]) -> HttpResponse:
    """A download with the same rows as the page. Raises Http404 where this machine cannot make PDFs."""
    page = render_to_string("told/chronology_paper.html", {"record": record, "rows": rows})
    try:
        made = write(page)
    except NoPdf as missing:
        raise Http404 from missing
    name = f'attachment; filename="{record.case.reference}-chronology.pdf"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)

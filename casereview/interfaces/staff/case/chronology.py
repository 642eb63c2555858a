"""The chronology of a case: as a page, as a PDF and for a spreadsheet; what may be the same, and what was joined."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from casereview.cases.chronology import Chronology
from casereview.cases.chronology import chronology as lines_of
from casereview.cases.record import Record
from casereview.cases.same_incident import suggested
from casereview.interfaces.access import Request, holds
from casereview.interfaces.chronology.paper import paper
from casereview.interfaces.chronology.rows import Narrowed, Row, in_words, rows_of
from casereview.interfaces.chronology.sheet import sheet
from casereview.interfaces.opening import open_case
from casereview.interfaces.staff.case.views import context_of
from casereview.letters.paper import can_make_pdf
from casereview.wording.chronology import ANSWERED, LINE_KINDS, SEEN_BY, WHY_ALIKE

PAGE = 50  # lines on one page


@holds("coordinate")
@require_GET
def chronology(request: Request, reference: str) -> HttpResponse:
    """One page of the chronology, narrowed as asked."""
    record = open_case(request, reference, "case chronology")
    whole, narrowed = lines_of(record), Narrowed.read(request.GET.dict())
    lines = [line for line in whole.lines if narrowed.fits(line)]
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": in_words(record, whole, page.object_list),
        "narrowed": narrowed,
        "choices": {
            "body": bodies_in(record, whole),
            "kind": LINE_KINDS,
            "seen_by": SEEN_BY,
            "answered": ANSWERED,
        },
        "unanswered": sum(line.answered == "no" for line in lines),
        "alike": _alike(record, whole) if narrowed == Narrowed() else [],
        "pdf": can_make_pdf(),
    }
    return render(request, "case/chronology.html", {**context_of(record, "chronology"), **context})


@holds("coordinate")
@require_GET
def chronology_file(request: Request, reference: str, kind: str) -> HttpResponse:
    """The same lines as a file: kind is "csv" or "pdf". Raises Http404 for a PDF that this machine cannot make."""
    record = open_case(request, reference, f"case chronology {kind}")
    rows = rows_of(record, Narrowed.read(request.GET.dict()))
    return sheet(rows, f"{record.case.reference}-chronology") if kind == "csv" else paper(record, rows)


def bodies_in(record: Record, whole: Chronology) -> dict[str, str]:
    """The bodies that some line names."""
    holders = {holder for line in whole.lines for holder in line.holders}
    return {holder: body.name for holder, body in record.bodies.items() if holder in holders}


def _alike(record: Record, whole: Chronology) -> list[tuple[str, Row, Row]]:
    """Pairs that look like the same: why, and the two."""
    found = suggested(record, whole.lines)
    pairs = [in_words(record, whole, (each.one, each.other)) for each in found]
    return [(str(WHY_ALIKE[each.why]), one, other) for each, (one, other) in zip(found, pairs, strict=True)]

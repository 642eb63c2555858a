"""A body's return that it gave by phone or on paper, written down by a co-ordinator on its behalf."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.cases.returns import asked_bodies
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.returning.files_page import files_page
from casereview.interfaces.returning.page import return_page
from casereview.interfaces.returning.place import Place
from casereview.interfaces.returning.sheet_page import sheet_page
from casereview.interfaces.staff.case.views import context_of

TEMPLATE = "step/return.html"


@holds("coordinate")
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request, reference: str, body: str) -> HttpResponse:
    """The return itself."""
    return return_page(_place(request, reference, body, "return"))


@holds("coordinate")
@require_http_methods(["GET", "HEAD", "POST"])
def spreadsheet(request: Request, reference: str, body: str) -> HttpResponse:
    """Rows out of a spreadsheet."""
    return sheet_page(_place(request, reference, body, "return rows"))


@holds("coordinate")
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: Request, reference: str, body: str) -> HttpResponse:
    """Files that go with it."""
    return files_page(_place(request, reference, body, "return files"))


def _place(request: Request, reference: str, code: str, page: str) -> Place:
    """A body that was asked. Raises Http404 for any other, and for a case that is not theirs to work on."""
    record = open_case(request, reference, page)
    body = next((body for body in asked_bodies(record) if body.code == code), None)
    if body is None or not request.viewer.may("coordinate", record.case.area):
        raise Http404

    def address(name: str) -> str:
        return reverse(f"work:{name}", args=[record.case.reference, code])

    return Place(
        request,
        record,
        body,
        TEMPLATE,
        form=address("return"),
        sheet=address("return_rows"),
        files=address("return_files"),
        done=reverse("work:bodies", args=[record.case.reference]),
        more={**context_of(record), "body": body, "by_office": True},
    )

"""A body's return, by an officer who is signed in."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.body.opening import opened
from casereview.interfaces.body.seen import seen_by
from casereview.interfaces.returning.files_page import files_page
from casereview.interfaces.returning.page import return_page
from casereview.interfaces.returning.place import Place
from casereview.interfaces.returning.sheet_page import sheet_page
from casereview.people.models import Body

TEMPLATE = "body/return.html"


@holds("answer_for_body")
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request, reference: str, body: str) -> HttpResponse:
    """The return itself."""
    return return_page(_place(request, *opened(request, reference, body, "partner return")))


@holds("answer_for_body")
@require_http_methods(["GET", "HEAD", "POST"])
def spreadsheet(request: Request, reference: str, body: str) -> HttpResponse:
    """Rows out of a spreadsheet."""
    return sheet_page(_place(request, *opened(request, reference, body, "partner return rows")))


@holds("answer_for_body")
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: Request, reference: str, body: str) -> HttpResponse:
    """Files that go with it."""
    return files_page(_place(request, *opened(request, reference, body, "partner return files")))


def _place(request: Request, record: Record, body: Body) -> Place:
    def address(name: str) -> str:
        return reverse(f"partner:{name}", args=[record.case.reference, body.code])

    more: dict[str, Any] = {"seen": seen_by(record, body), "record": record, "back": address("case")}
    return Place(
        request,
        record,
        body,
        TEMPLATE,
        form=address("return"),
        sheet=address("return_rows"),
        files=address("return_files"),
        done=address("case"),
        more=more,
    )

"""The pages of one case."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.opening import open_case
from casereview.interfaces.staff.case.head import head_of
from casereview.interfaces.staff.case.own_pages import OWN_PAGES, OwnPage
from casereview.interfaces.staff.case.pages import PAGES
from casereview.interfaces.step_page import step_named
from casereview.wording.casework import METHODS


@holds("coordinate")
@require_GET
def case(request: Request, reference: str, page: str = "overview") -> HttpResponse:
    """One page of a case: its overview, or one of those in the sub navigation."""
    record = open_case(request, reference, f"case {page}")
    shows = PAGES[page].shows
    assert shows is not None
    return render(request, f"case/{page}.html", {**context_of(record, page), **shows(record)})


@holds("coordinate")
@require_http_methods(["GET", "POST"])
def do(request: Request, reference: str, step: str) -> HttpResponse:
    """Take a step in a case."""
    record = open_case(request, reference, f"step {step}")
    own = OWN_PAGES.get(step, OwnPage())
    more = {**context_of(record), **own.shows(record)}
    done = reverse("work:case", args=[reference])
    return own.page(request, record, step_named(step), own.template, done, more=more).answer()


def context_of(record: Record, page: str = "") -> dict[str, Any]:
    """What every page of a case needs: its head and its sub navigation. page: which one is open."""
    links = [
        {"href": address(record, code), "text": each.words, "current": code == page}
        for code, each in PAGES.items()
    ]
    return {"record": record, "head": head_of(record), "sub_navigation": links, "methods": METHODS}


def address(record: Record, page: str) -> str:
    """The address of a page of this case."""
    if page == "overview":
        return reverse("work:case", args=[record.case.reference])
    return reverse(f"work:{page}", args=[record.case.reference])

"""The pages of a chair: what waits, a review that they chair, and the steps that are theirs."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from casereview.cases.hearings_ahead import hearings_ahead
from casereview.cases.record import Record
from casereview.interfaces.access import Request, holds
from casereview.interfaces.panel.opening import chaired
from casereview.interfaces.panel.pages import PAGES
from casereview.interfaces.panel.waiting import for_chair, steps_of_a_chair
from casereview.interfaces.sitting import minutes_of
from casereview.interfaces.step_page import StepPage, step_named

DATES = "say_availability"  # a chair answers it for themselves


@holds("chair")
@require_GET
def waiting(request: Request) -> HttpResponse:
    """What waits for me, by date, and the reviews that I chair."""
    today = timezone.localdate()
    found, chaired = for_chair(request.viewer, today)
    hearings = [
        (each.reference, each.hearing.day, reverse("panel:hearing", args=[each.reference]))
        for each in hearings_ahead(request.viewer, today)
        if each.speaker == request.viewer.holder
    ]
    context = {"waiting": found, "chaired": chaired, "hearings": hearings}
    return render(request, "panel/waiting.html", context)


@holds("chair")
@require_GET
def review(request: Request, reference: str, page: str = "overview") -> HttpResponse:
    """One page of a review: its overview, or one of those in the sub navigation."""
    record = chaired(request, reference, f"review {page}")
    if record is None:
        return redirect("panel:declare", reference)
    context = {**_context(record, page), **PAGES[page].shows(record)}
    return render(request, f"panel/{page}.html", context)


@holds("chair")
@require_http_methods(["GET", "POST"])
def do(request: Request, reference: str, step: str) -> HttpResponse:
    """Take one of the steps that are a chair's."""
    if step not in {each.name for each in steps_of_a_chair()}:
        raise Http404
    record = chaired(request, reference, f"review step {step}")
    if record is None:
        return redirect("panel:declare", reference)
    done = reverse("panel:waiting" if step == "declare_conflict" else "panel:review", args=_of(record, step))
    return StepPage(
        request,
        record,
        step_named(step),
        "panel/step.html",
        done,
        fixed={"body": request.viewer.holder} if step == DATES else {},
        more={**_context(record), **_read(record, step)},
    ).answer()


def _read(record: Record, step: str) -> dict[str, Any]:
    """What stands above the form: nobody signs what they do not see."""
    return {"minutes": minutes_of(record)[:1] if step == "sign_minutes" else []}


def _of(record: Record, step: str) -> list[str]:
    """After a conflict is declared the review is gone."""
    return [] if step == "declare_conflict" else [record.case.reference]


def _context(record: Record, page: str = "") -> dict[str, Any]:
    """What every page of a review needs: the record and the sub navigation. page: which one is open."""
    links = [
        {"href": _address(record, code), "text": each.words, "current": code == page}
        for code, each in PAGES.items()
    ]
    return {"record": record, "sub_navigation": links}


def _address(record: Record, page: str) -> str:
    name = "panel:review" if page == "overview" else f"panel:{page}"
    return reverse(name, args=[record.case.reference])

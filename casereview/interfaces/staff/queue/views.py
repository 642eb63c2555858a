"""The work queue: what needs somebody next, overdue first."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casereview.cases.models import Summary
from casereview.interfaces.access import Request, holds
from casereview.interfaces.staff.queue.filters import FILTERS, SORTS, found, silent_bodies
from casereview.interfaces.staff.queue.rows import rows
from casereview.people.models import Area
from casereview.people.names import names_of
from casereview.wording.casework import CHANNELS
from casereview.wording.status import STATUS_WORDS

PAGE = 25
DUE = ("", "needs_me", "mine", "overdue", "soon")  # an empty one of these says what is next
ASKED = ("show", "q", "area", "status", "channel", "sort", "body")


@holds("coordinate")
@require_GET
def queue(request: Request) -> HttpResponse:
    """One page of cases. It asks the database the same number of times whether there are 20 or 20,000."""
    today = timezone.localdate()
    asked = {name: request.GET.get(name, "") for name in ASKED}
    page = _page_number(request.GET.get("page", ""))
    cases = list(found(request.viewer, asked, today)[(page - 1) * PAGE : page * PAGE + 1])
    shown, more = cases[:PAGE], len(cases) > PAGE
    context: dict[str, Any] = {
        "rows": rows(shown, today),
        "choices": _choices(request, asked),
        "asked": {**asked, "show": asked["show"] if asked["show"] in FILTERS else "needs_me"},
        "narrowed": asked["show"] not in DUE
        or any(asked[name] for name in ("area", "status", "channel", "body")),
        "page": page,
        "more": more,
        "next_one": None if shown else _next_due(request),
    }
    return render(request, "queue/queue.html", context)


def _choices(request: Request, asked: dict[str, str]) -> dict[str, list[tuple[str, object]]]:
    """What each filter offers; an area only to those who work in several, a body while silent ones are asked for."""
    anything = [("", _("Any"))]
    theirs = request.viewer.areas("coordinate")
    areas = list(Area.objects.filter(pk__in=theirs).values_list("pk", "name")) if len(theirs) > 1 else []
    silent = silent_bodies(request.viewer) if asked["show"] == "silent" or asked["body"] else []
    bodies = sorted(names_of(silent).items(), key=lambda body: body[1])
    return {
        "body": [*anything, *bodies] if bodies else [],
        "show": [(chosen.name, chosen.words) for chosen in FILTERS.values()],
        "status": [*anything, *STATUS_WORDS.items()],
        "channel": [*anything, *((code, str(words).capitalize()) for code, words in CHANNELS.items())],
        "area": [*anything, *areas] if areas else [],
        "sort": [(code, words) for code, (words, _order) in SORTS.items()],
    }


def _page_number(typed: str) -> int:
    return min(int(typed), 10_000) if typed.isdecimal() and typed.isascii() and int(typed) > 0 else 1


def _next_due(request: Request) -> Summary | None:
    """What an empty list says is next."""
    dated = Summary.objects.visible_to(request.viewer).filter(closed=False, next_due__isnull=False)
    return dated.order_by("order").first()

"""Pages for when something went wrong: what happened and what to do, in plain English."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

log = logging.getLogger(__name__)
LAST_RESORT = (
    '<!DOCTYPE html><html lang="en"><title>Sorry, there is a problem</title>'
    "<h1>Sorry, there is a problem</h1><p>Try again in a few minutes. If you are in danger now, call 999.</p></html>"
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 where more was sent than we take."""
    if isinstance(exception, RequestDataTooBig):
        return _page(request, 413)
    return _page(request, 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, for what is absent and for what this reader may not see: nobody can tell the two apart."""
    return _page(request, 404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429, for somebody (or something) that asks too often."""
    return _page(request, 429)


def failed(request: HttpRequest) -> HttpResponse:
    """500. Anything may be broken, this page's own template included."""
    try:
        return _page(request, 500)
    except Exception:  # whatever it is, the reader is told what to do
        log.exception("the page for errors failed as well")
        return HttpResponse(LAST_RESORT, status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old. What was typed stands in a form that can be sent again.

    Only a browser that says the post came from a page of ours gets that form: else another site could fill
    it.
    """
    found = typed(request) if _from_our_own_page(request) else []
    return _page(request, 403, typed=found, had_files=bool(request.FILES))


def signed_out(request: HttpRequest, way_in: str) -> HttpResponse:
    """403 for a form that was sent after its session had ended: what was typed stands in a form to send again.

    way_in: the address at which its writer signs in again. Only for posts that passed the check of their token.
    """
    context = {"typed": typed(request), "had_files": bool(request.FILES), "way_in": way_in}
    return render(request, "components/errors/signed_out.html", context, status=403)


class MethodNotAllowedMiddleware:
    """Gives Django's bare 405 a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = _page(request, 405)
        page["Allow"] = response["Allow"]
        return page


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Every box that was posted, without passwords."""
    unwanted = ("csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword")
    return [(n, v) for n, values in request.POST.lists() if n not in unwanted for v in values]


def _from_our_own_page(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.get_host()


def _page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    return render(request, f"components/errors/{status}.html", context, status=status)

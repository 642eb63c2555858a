"""Exit this page: saves what was typed, ends the session and leads away, whatever happens.

The button (components/exit.html) posts the page's own form with `?leave=<area>`, so the page's view saves it as
it saves any other post; `leaving(request)` tells it not to mind what is missing. This outermost middleware then
throws the view's answer away. It answers with a page that refreshes itself, not with a 303: browsers hold a
redirect after a form to the page's `form-action` policy, and would stay where they are if it led elsewhere.
"""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from casereview.components.brand import brand_of
from casereview.interfaces.access import anyone

log = logging.getLogger(__name__)
PAGE = '<!DOCTYPE html><html lang="en"><title>&nbsp;</title><meta http-equiv="refresh" content="0;url={0}">'


def leaving(request: HttpRequest) -> bool:
    """Whether this post comes from the exit button: save what there is, complain of nothing."""
    return request.method == "POST" and "leave" in request.GET


class LeaveMiddleware:
    """Stands outside all others, so that an error within cannot keep anybody on the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        return _away(request) if leaving(request) else response


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Where the button posts on a page without text of its own; who opens the address sees the start."""
    return HttpResponseRedirect("/")


def _away(request: HttpRequest) -> HttpResponse:
    address = _address(request)
    _end_session(request)
    response = HttpResponse(format_html(PAGE, address))
    response["Refresh"] = f"0;url={address}"
    response["Cache-Control"] = "no-store"
    response["Clear-Site-Data"] = '"cache", "storage"'
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    response["Referrer-Policy"] = "no-referrer"
    for name in request.COOKIES:
        response.delete_cookie(name, samesite="Lax")
    return response


def _address(request: HttpRequest) -> str:
    try:
        brand = brand_of(request.GET["leave"])
    except DatabaseError:
        log.exception("the area's exit address could not be read")
        brand = None
    return brand.exit_to if brand else settings.EXIT_URL


def _end_session(request: HttpRequest) -> None:
    try:
        if hasattr(request, "session"):
            request.session.flush()
    except DatabaseError:
        log.exception("a session could not be ended")

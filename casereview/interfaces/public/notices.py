"""Pages about the service itself: staying safe, accessibility, privacy, cookies."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casereview.interfaces.access import View, anyone
from casereview.interfaces.public.places import offices


def _notice(template: str) -> View:
    @anyone
    @require_safe
    def page(request: HttpRequest) -> HttpResponse:
        context = {
            "offices": offices(),
            "session_cookie": settings.SESSION_COOKIE_NAME,
            "csrf_cookie": settings.CSRF_COOKIE_NAME,
            "check_cookie": settings.CHECK_COOKIE_NAME,
        }
        return render(request, f"public/{template}.html", context)

    return page


before_you_start = _notice("before_you_start")
accessibility = _notice("accessibility")
privacy = _notice("privacy")
cookies = _notice("cookies")

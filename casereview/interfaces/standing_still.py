"""An area whose rules cannot be read stands still: its pages say so, and what to do; all other areas go on.

Somebody broke its file by hand. Nothing needs to be started anew once it is mended: each page looks at the file.
"""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casereview.components.errors import typed
from casereview.people.models import Area
from casereview.schemes.load import SchemeFault

log = logging.getLogger(__name__)
SOON = "600"  # seconds until it is worth asking again


class StandingStillMiddleware:
    """Answers 503 where a view found no rules that it can read; the log names each fault at its line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a broken file; None, and so the next handler, for everything else."""
        if not isinstance(exception, SchemeFault) or not exception.faults:
            return None
        log.error("the rules of an area cannot be read: %s", exception)
        context = {
            "area_code": exception.area,
            "area": Area.objects.filter(code=exception.area).first(),
            "typed": typed(request) if request.method == "POST" else [],
            "had_files": bool(request.FILES),
        }
        response = render(request, "standing_still.html", context, status=503)
        response["Retry-After"] = SOON
        return response

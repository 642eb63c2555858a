"""Every request's queries are made for its viewer: the database itself then hides what is not theirs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from casereview.cases.postgresql.roles import acting


def act_for_viewer(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, after the one that sets `request.viewer`."""

    def answer(request: HttpRequest) -> HttpResponse:
        with acting(request.viewer):  # type: ignore[attr-defined]
            return get_response(request)

    return answer

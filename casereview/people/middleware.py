"""Says on every request who is looking, and ends sessions of staff and applicants that have lasted too long."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from casereview.people import sessions
from casereview.people.viewer import Viewer, anonymous, for_person, for_user


class ViewerMiddleware:
    """Sets `request.viewer` (worked out when first asked for) and `request.timed_out`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.timed_out = False  # type: ignore[attr-defined]
        if (
            settings.SESSION_COOKIE_NAME in request.COOKIES
            and _is_somebodys(request)
            and sessions.is_over(request)
        ):
            logout(request)
            request.timed_out = True  # type: ignore[attr-defined]
        request.viewer = SimpleLazyObject(lambda: _viewer(request))  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.session.accessed and _is_somebodys(request):
            sessions.saw(request, response)
        return response


def _is_somebodys(request: HttpRequest) -> bool:
    """Whether somebody is signed in, or an applicant or a body's officer came in by a link."""
    came_in = sessions.person_of(request) or sessions.return_of(request)
    return SESSION_KEY in request.session or came_in is not None


def _viewer(request: HttpRequest) -> Viewer:
    """An applicant is their person. Without a second factor staff are passers-by, whatever their roles."""
    if person := sessions.person_of(request):
        return for_person(*person)
    if not request.user.is_authenticated or not sessions.is_complete(request):
        return anonymous()
    return for_user(request.user)

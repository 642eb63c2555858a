"""Who may open a page. Every view wears one of these rules; a test walks the addresses for one that does not.

Somebody who is not signed in is asked to sign in, and keeps what they had typed; somebody who may not is told what
anybody is told of a page that does not exist (404).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from casereview.cases.postgresql.roles import acting
from casereview.components.errors import signed_out
from casereview.people import sessions
from casereview.people.models import User
from casereview.people.viewer import Viewer, for_body


class Request(HttpRequest):
    """A request as our middleware leaves it. For annotations: nothing makes one."""

    viewer: Viewer
    timed_out: bool  # a staff session was ended for its age in this very request
    user: User  # on pages whose rule asks for somebody who is signed in


View = Callable[..., HttpResponseBase]


def anyone(view: View) -> View:
    """Open to all: public pages, and the pages by which one signs in."""

    @wraps(view)
    def open_view(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    open_view.access_rule = "anyone"  # type: ignore[attr-defined]
    return open_view


def signed_in(view: View) -> View:
    """Open to whoever gave their password, a second factor still to come: one's own security pages."""

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    guarded.access_rule = "signed_in"  # type: ignore[attr-defined]
    return guarded


def holds(*permissions: str) -> Callable[[View], View]:
    """Open to whoever holds one of these permissions in some area; the view asks about the area itself."""

    def rule(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            viewer = request.viewer
            if not viewer.holder:
                return to_sign_in(request)
            if not any(viewer.may(permission) for permission in permissions):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.access_rule = permissions  # type: ignore[attr-defined]
        return guarded

    return rule


def own_case(view: View) -> View:
    """Open to an applicant who came in by a link or a code: to their own case, which no address names."""

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.viewer.holder.startswith("person:"):
            ended = "?ended=1" if request.timed_out else ""
            return HttpResponseRedirect(reverse("my:link") + ended)
        return view(request, *args, **kwargs)

    guarded.access_rule = "own_case"  # type: ignore[attr-defined]
    return guarded


def own_return(view: View) -> View:
    """Open to whoever gave the code from a body's mailbox, for the return of that body in one case.

    On all other pages they are a passer-by: only here are they that body, and the view opens that case alone.
    """

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        came = sessions.return_of(request)
        if came is None:
            ended = reverse("partner:answer_ended")
            if request.POST.keys() - {"csrfmiddlewaretoken"}:
                return signed_out(request, ended)
            return HttpResponseRedirect(ended)
        request.viewer = for_body(came[1], came[2])
        with acting(request.viewer):
            return view(request, *args, **kwargs)

    guarded.access_rule = "own_return"  # type: ignore[attr-defined]
    return guarded


def to_sign_in(request: Request) -> HttpResponse:
    """Where somebody goes who must sign in first, or who signed in but has no second factor yet.

    A form that was sent after its session had ended is shown with all that was typed, to be sent again.
    """
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("mfa_index"))
    query = {"next": request.path} if request.method == "GET" else {}
    if request.timed_out:
        query["ended"] = "1"
    address = f"{reverse('account_login')}?{urlencode(query)}".rstrip("?")
    if request.POST.keys() - {"csrfmiddlewaretoken"}:
        return signed_out(request, address)
    return HttpResponseRedirect(address)

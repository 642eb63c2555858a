"""How long a signed-in session lasts, and what it has shown: a second factor, or a step into a demo role.

30 minutes without a page and 12 hours in all: both are our choice. When a page was last opened is kept in a
signed cookie of the browser's, not in the session: opening a page then writes nothing to the database.
"""

import time
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
FRESH = timedelta(minutes=15)
_REFRESH = 60  # seconds; a cookie younger than this is not sent again
_BEGAN, _SECOND_FACTOR, _STEPPED_IN = "signed_in_at", "second_factor", "stepped_in"
_PERSON = "person"
_RETURN = "return"


def begin(request: HttpRequest, *, second_factor: bool, stepped_in: bool = False) -> None:
    """Mark a session that has just signed in. second_factor: one was asked for and given."""
    request.session[_BEGAN] = int(time.time())
    request.session[_SECOND_FACTOR] = second_factor
    request.session[_STEPPED_IN] = stepped_in
    request.session.pop(_PERSON, None)  # a session is staff's or an applicant's, never both
    request.session.pop(_RETURN, None)


def begin_as_person(request: HttpRequest, person: str, area_code: str) -> None:
    """A new session, under a new key, for an applicant who came in by a link or a code; the old one ends."""
    request.session.flush()
    request.session.create()
    begin(request, second_factor=False)
    request.session[_PERSON] = [person, area_code]


def person_of(request: HttpRequest) -> tuple[str, str] | None:
    """The applicant's person whose session this is, and the code of their area; None for any other session."""
    found = request.session.get(_PERSON)
    return (found[0], found[1]) if found else None


def begin_at_return(request: HttpRequest, case: str, body: str, area_code: str) -> None:
    """A new session for somebody who gave the code from a body's mailbox: for that body's return in that one case."""
    request.session.flush()
    request.session.create()
    begin(request, second_factor=False)
    request.session[_RETURN] = [case, body, area_code]


def return_of(request: HttpRequest) -> tuple[str, str, str] | None:
    """The id of the case, the holder of the body and its area's code, for which this session was begun; else None."""
    found = request.session.get(_RETURN)
    return (found[0], found[1], found[2]) if found else None


def gave_second_factor(request: HttpRequest) -> None:
    """The session has just set up a second factor, and so holds it."""
    request.session[_SECOND_FACTOR] = True


def is_complete(request: HttpRequest) -> bool:
    """Whether the session may open staff pages: it gave a second factor, or stepped into a demo role."""
    if request.session.get(_STEPPED_IN):
        return bool(settings.DEMO)
    return bool(request.session.get(_SECOND_FACTOR))


def began_just_now(request: HttpRequest) -> bool:
    """Whether somebody signed in so recently that they need not give their password again."""
    return bool(time.time() - request.session.get(_BEGAN, 0) < FRESH.total_seconds())


def is_over(request: HttpRequest) -> bool:
    """Whether a signed-in session has lasted too long, or nothing was opened for too long."""
    began = request.session.get(_BEGAN)
    if began is None:
        return True
    now = time.time()
    return now - began > LONGEST.total_seconds() or now - _last_seen(request, began) > IDLE.total_seconds()


def saw(request: HttpRequest, response: HttpResponse) -> None:
    """Remember in the browser that a page of this session was opened now."""
    if time.time() - _last_seen(request, 0) < _REFRESH:
        return
    response.set_cookie(
        cookie_name(),
        _signer(request).sign(str(int(time.time()))),
        max_age=int(IDLE.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def cookie_name() -> str:
    return "__Host-seen" if settings.SESSION_COOKIE_SECURE else "seen"


def _last_seen(request: HttpRequest, began: int) -> int:
    try:
        return max(began, int(_signer(request).unsign(request.COOKIES.get(cookie_name(), ""))))
    except (signing.BadSignature, ValueError):
        return began


def _signer(request: HttpRequest) -> signing.Signer:
    # Bound to the session, so that another session's cookie is worth nothing.
    key = salted_hmac("casereview.people.sessions", request.session.session_key or "").hexdigest()
    return signing.Signer(salt=key)

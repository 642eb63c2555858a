"""Whose draft a request is about: carried by the session, or by the form itself when the session has ended."""

import secrets
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from casereview.cases import drafts
from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.interfaces.access import View, anyone
from casereview.interfaces.public.places import Place, place
from casereview.interfaces.public.request.told import Told, told_in
from casereview.people.viewer import Viewer, anonymous, for_draft

SALT = "casereview.draft"
FORM_LASTS = 24 * 60 * 60  # seconds for which a page left open may still be sent without its session


@dataclass(frozen=True)
class Writing:
    """One request of somebody who asks for a review: where, their draft if there is one, and what it tells.

    device: a random mark of this session; another device's saves are never written over silently.
    """

    here: Place
    draft: Draft | None
    device: str
    viewer: Viewer

    @property
    def told(self) -> Told:
        return told_in(self.draft, self.here.code)

    @property
    def form_token(self) -> str:
        """What a form carries: its draft, signed, so that it is saved even where the session has ended."""
        return signing.dumps([str(self.draft.pk), self.device], salt=SALT) if self.draft else ""


def page(view: View) -> View:
    """Wraps a page of the application: view(request, writing, …). A draft that was sent or has ended goes elsewhere.

    An area that takes no requests here leads to its own page, with the other ways to ask.
    """

    @anyone
    @wraps(view)
    def guarded(request: HttpRequest, code: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        here = place(code)
        if not here.live:
            return HttpResponseRedirect(reverse("public:area", args=[code]))
        draft = _draft(request, code)
        if draft and draft.became_id:
            return HttpResponseRedirect(reverse("public:request_sent", args=[code]))
        if draft and draft.expires_at <= timezone.now():
            return HttpResponseRedirect(reverse("public:request_ended", args=[code]))
        viewer = for_draft(draft.pk, code) if draft else anonymous()
        with acting(viewer):
            writing = Writing(here, draft, request.session.get("device", ""), viewer)
            return view(request, writing, *args, **kwargs)

    return guarded


def carry(request: HttpRequest, draft: Draft) -> None:
    """Let the session carry this draft from now on, under a new session key."""
    request.session.cycle_key()
    request.session["drafts"] = {**request.session.get("drafts", {}), draft.area: str(draft.pk)}
    request.session.setdefault("device", secrets.token_hex(4))


def let_go(request: HttpRequest, code: str) -> None:
    """The session carries no draft of this area any more."""
    request.session["drafts"] = {c: d for c, d in request.session.get("drafts", {}).items() if c != code}


def begin(request: HttpRequest, here: Place) -> Writing:
    """A new draft, carried by the session; only ever at a POST."""
    draft = drafts.begin(here.code, timezone.now())
    carry(request, draft)
    return Writing(here, draft, request.session["device"], for_draft(draft.pk, here.code))


def carried(request: HttpRequest, code: str) -> Draft | None:
    """The draft that the session carries for this area."""
    found = request.session.get("drafts", {}).get(code)
    return drafts.by_id(found, code) if found else None


def _draft(request: HttpRequest, code: str) -> Draft | None:
    """The form's own draft comes before the session's: the page was opened for that one."""
    if request.method == "POST" and (token := request.POST.get("draft")):
        draft = _from_token(token, code)
        if draft is not None:
            if request.session.get("drafts", {}).get(code) != str(draft.pk):
                carry(request, draft)
            return draft
    return carried(request, code)


def _from_token(token: str, code: str) -> Draft | None:
    try:
        draft, _device = signing.loads(token, salt=SALT, max_age=FORM_LASTS)
        return drafts.by_id(UUID(draft), code)
    except (signing.BadSignature, ValueError, TypeError, ValidationError):
        return None

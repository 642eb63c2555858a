"""Everybody who looks at the pages in the sweep: one of each kind, with what they may have before them."""

import re
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import Client
from django.utils import timezone

from casereview.cases import drafts
from casereview.cases.representing import in_state
from casereview.interfaces.body.answer import LINK
from casereview.people import sessions
from casereview.people.models import User
from tests.journeys.steps.office import SECRET
from tests.signed_in import PASSWORD, enter

CHECKED = ("here", "0", "yes", "unsure", "yes", "unhappy")
ANSWERS = {
    "who": {"asking_for": ["someone"]},
    "name": {"name": ["Robin"]},
    "contact": {"methods": ["email", "phone", "post", "through_someone"]},
    "what": {"problem": ["Shouting, most nights"]},
    "times/1/when": {"kind": ["once"]},
    "times/1/day": {"on-month": ["May"], "on-year": ["2026"]},
    "times/1/what": {"what": ["Banging until 4am"]},
    "times/1/told/1": {"body": ["council"]},
}
ENOUGH = {
    "who": {"asking_for": ["me"]},
    "name": {"name": ["Robin"]},
    "contact": {"methods": ["applicant_calls"]},
    "what": {"problem": ["Shouting, most nights"]},
}


def passer_by():
    """Somebody who has answered the check."""
    client = a_client()
    for page, value in enumerate(CHECKED, start=1):
        form = client.get(f"/durham/check/{page}").content.decode()
        name = re.search(rf'name="([^"]+)" type="radio" value="{value}"', form)[1]
        client.post(f"/durham/check/{page}", {name: value})
    return client


def somebody_who_writes(answers=ANSWERS):
    """Somebody in the middle of an application, each kind of page with something on it."""
    client, draft = a_client(), drafts.begin("durham", timezone.now())
    for page, typed in answers.items():
        draft = drafts.save_page(draft, page, typed, seen=draft.version, device="d", at=timezone.now())
    session = client.session
    session["drafts"], session["device"] = {"durham": str(draft.pk)}, "d"
    return with_session(client, session)


def somebody_who_sent():
    """Somebody who has sent an application just now."""
    client = somebody_who_writes(ENOUGH)
    assert client.post("/durham/request/check").status_code == 302
    return client


def applicant(told):
    """Whoever asked for the review of this case, come in by a link or a code."""
    return _come_in(str(told.stage.applicant), told)


def _come_in(person, told):
    client = a_client()
    client.case = told
    session = client.session
    sessions.begin_as_person(SimpleNamespace(session=session), person, told.stage.area)
    return with_session(client, session)


def representative(told):
    """Whoever acts in this case for the one who asked."""
    (acting,) = in_state(told.stage.record(), "confirmed")
    return _come_in(acting.holder.removeprefix("person:"), told)


def by_link(told, body):
    """Somebody who gave the code from this body's mailbox, writes its return, and may give the code again."""
    client, stage = a_client(), told.stage
    session = client.session
    began = (str(stage.case.pk), stage.body(body), stage.area)
    sessions.begin_at_return(SimpleNamespace(session=session), *began)
    session[LINK] = "1"
    return with_session(client, session)


def staff(name):
    """A person of the demo, signed in."""
    return enter(a_client(), _user(name))


def with_second_factors(name):
    """The same, with an app, recovery codes and a passkey of their own."""
    user = _user(name)
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Phone", "credential": {}})
    return enter(a_client(), user)


def signing_in(name):
    """Somebody who has given their password, and not yet the code."""
    user, client = _user(name), a_client()
    user.set_password(PASSWORD)
    user.save()
    TOTP.activate(user, SECRET)
    assert client.post("/work/sign-in/", {"login": user.email, "password": PASSWORD}).status_code == 302
    return client


def a_client():
    """A browser without a page, whose mistakes are answers and not exceptions."""
    return Client(raise_request_exception=False)


def _user(name):
    return User.objects.get(email=f"{name}@example.org")


def with_session(client, session):
    """The browser with this session in it."""
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client

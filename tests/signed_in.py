"""People for tests, and their way in without typing a password: `person(...)`, `enter(client, user)`."""

import base64
import hashlib
import hmac
import time
from datetime import UTC, datetime
from types import SimpleNamespace

from casereview.people import sessions
from casereview.people.models import Area, Body, Membership, User

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
PASSWORD = "three random words"


def area(code="durham", **settings):
    """An area of that code, made when it is not there yet."""
    return Area.objects.get_or_create(code=code, defaults={"name": code.title(), **settings})[0]


def body(code="council", area_code="durham", **settings):
    """A body of that area."""
    defaults = {"kind": "council", "name": code.title(), "mailbox": f"{code}@example.org", **settings}
    return Body.objects.get_or_create(area=area(area_code), code=code, defaults=defaults)[0]


def person(email="kim@example.org", *roles, area_code="durham", of_body=None):
    """A user with PASSWORD who has had these roles in that area for long, whichever day a test moves to."""
    user = User(email=email, name=email.split("@")[0].title())
    user.set_password(PASSWORD)
    user.save()
    for role in roles:
        where = None if role == "administrator" else area(area_code)
        held = of_body if role == "body_officer" else None
        Membership.objects.create(user=user, role=role, area=where, body=held, since=LONG_AGO)
    return user


def enter(client, user, *, second_factor=True):
    """Sign the user in as if they had given password and (unless told otherwise) second factor."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    sessions.begin(SimpleNamespace(session=session), second_factor=second_factor)
    session.save()
    return client


def six_digits(secret):
    """What an authenticator app shows now for a base32 secret (RFC 6238, worked out here, not by the product)."""
    steps = int(time.time() // 30)
    mac = hmac.new(base64.b32decode(secret), steps.to_bytes(8, "big"), hashlib.sha1).digest()
    at = mac[-1] % 16
    number = int.from_bytes(mac[at : at + 4], "big") % 2**31
    return f"{number % 10**6:06}"

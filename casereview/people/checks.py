"""Refusals to start: a demo that looks like a real installation, a real installation with the demo's secret."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1", "testserver"}
DEMO_ADDRESSES = "@example.org"  # everybody in the demo has an address there, and nobody real can
INSECURE = "insecure-"  # how the secret in settings.py begins, and Django's own


@register(Tags.security)
def demo_stays_a_demo(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """In demo mode anybody may step into any role, so nothing about the installation may be real."""
    if not settings.DEMO:
        return []
    signs = []
    if settings.SECURE:
        signs.append("SECURE is on")
    if not set(settings.ALLOWED_HOSTS) <= LOOPBACK:
        signs.append("ALLOWED_HOSTS names other hosts than this machine")
    if urlsplit(settings.SERVICE_URL).hostname not in LOOPBACK:
        signs.append("SERVICE_URL is not this machine")
    if _has_real_people():
        signs.append(f"the database holds users whose address does not end in {DEMO_ADDRESSES}")
    return [
        Error(
            f"CASEREVIEW_DEMO is on, and this looks like a real installation: {sign}.",
            hint="Unset CASEREVIEW_DEMO: in the demo anybody may step into any role.",
            id="people.E001",
        )
        for sign in signs
    ]


@register(Tags.security, deploy=True)
def secret_is_secret(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Sessions, links and second factors all stand on SECRET_KEY.

    For the service and `check --deploy`: commands that only calculate run from a bare clone without a secret.
    """
    if settings.DEMO or settings.DEBUG or not settings.SECURE:
        return []
    if not settings.SECRET_KEY.startswith(INSECURE):
        return []
    hint = "Set SECRET_KEY to at least 50 random characters."
    return [Error("SECRET_KEY is the one that everybody knows.", hint=hint, id="people.E002")]


def refuse_unsafe_start() -> None:
    """Raise ImproperlyConfigured where a security check fails: web servers do not run checks by themselves."""
    errors = [
        message
        for message in run_checks(tags=[Tags.security], include_deployment_checks=True)
        if message.is_serious()
    ]
    if errors:
        raise ImproperlyConfigured("\n".join(str(error) for error in errors))


def _has_real_people() -> bool:
    from casereview.people.models import User

    try:
        return User.objects.exclude(email__endswith=DEMO_ADDRESSES).exists()
    except DatabaseError:  # before the first migrate there is no table, and nobody
        return False

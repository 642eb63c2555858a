"""The one-time link by which somebody sets a password: for an invitation, or when it was forgotten."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from casereview.people.models import User


def password_link(user: User) -> str:
    """An absolute address that works once, for PASSWORD_RESET_TIMEOUT seconds, until the password is set."""
    path: str = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)},
    )
    return f"{settings.SERVICE_URL.rstrip('/')}{path}"

"""What allauth asks us: nobody signs up, where to go after signing in, how secrets are stored."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.staff.sign_in.home import home_of
from casereview.people import sessions
from casereview.people.models import User
from casereview.people.viewer import for_user

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Accounts(DefaultAccountAdapter):
    """Accounts are made by administrators, and messages are on our pages, not in a message box."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is not right"),
        "too_many_login_attempts": _("Too many attempts. Wait 5 minutes, then try again"),
        "incorrect_password": _("That is not your password"),
        "enter_current_password": _("That is not your current password"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        records = get_authentication_records(request, user)
        sessions.begin(request, second_factor=any(record["method"] == "mfa" for record in records))

    def is_reauthentication_required(self, *, app: str, **more: object) -> bool:
        return not sessions.began_just_now(context.request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(for_user(request.user))

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Say nothing: allauth's texts are not in our words, and its pages show what happened."""


class SecondFactors(DefaultMFAAdapter):
    """Secrets are encrypted under a key made from SECRET_KEY; the last second factor cannot be removed."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is not right. Enter the newest one that your app shows"),
        "cannot_delete_authenticator": _(
            "You need a second factor. Set up another before you remove this one"
        ),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        if authenticator.type not in SECOND_FACTORS:
            return True
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=SECOND_FACTORS)
        return others.exclude(pk=authenticator.pk).exists()


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"casereview second factor " + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])

"""allauth's views where ours differ: lock-out, a forgotten password that reveals nothing, second factors."""

import time
from http import HTTPStatus
from typing import Any

from allauth.account import views as account
from allauth.core import ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from axes.decorators import axes_dispatch
from django.contrib.auth import update_session_auth_hash
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from casereview.interfaces.access import Request
from casereview.interfaces.staff.sign_in.forms import (
    ChangedPassword,
    ForgottenPassword,
    NewPassword,
    PasswordForm,
)
from casereview.interfaces.staff.sign_in.tasks import send_password_link
from casereview.interfaces.steady import until_the_beat
from casereview.people import sessions

BEAT = 0.5  # seconds: longer than hashing a password takes


@method_decorator(axes_dispatch, name="dispatch")
class SignIn(account.LoginView):
    """E-mail address and password. Says why, when a session was ended for its age."""

    form_class = PasswordForm

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever is refused waits for the beat, whether there is such an address or not."""
        begun = time.monotonic()
        response: HttpResponse = super().post(*args, **kwargs)
        if response.status_code == HTTPStatus.OK:
            until_the_beat(begun, BEAT)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(ended="ended" in self.request.GET, **kwargs)


@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Take an address and always answer alike: looking it up and writing to it happen later, elsewhere."""
    form = ForgottenPassword(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["email"].lower()
        if too_often := ratelimit.consume_or_429(request, action="reset_password", key=address):
            return too_often
        send_password_link.enqueue(address)
        return HttpResponseRedirect(reverse("account_reset_password_done"))
    return render(request, "account/password_reset.html", {"form": form})


class SetPassword(account.PasswordResetFromKeyView):
    """Where the one-time link leads; the password is set by the form, so opening the link spends nothing."""

    form_class = NewPassword


class ChangePassword(account.PasswordChangeView):
    """A new password for somebody who knows the old one; their other sessions end."""

    form_class = ChangedPassword

    def get_default_success_url(self) -> str:
        return reverse("mfa_index")


class _NowHasSecondFactor:
    """Other sessions, which only ever gave a password, end; this one may go on."""

    request: Request

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        self.request.user.end_sessions()
        update_session_auth_hash(self.request, self.request.user)
        sessions.gave_second_factor(self.request)
        return response


class SetUpApp(_NowHasSecondFactor, ActivateTOTPView):
    """An authenticator app as a second factor."""


class AddPasskey(_NowHasSecondFactor, AddWebAuthnView):
    """A passkey or security key as a second factor."""


class RemovePasskey(RemoveWebAuthnView):
    """Refused for the last second factor."""

    def form_valid(self, form: Form) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.object):
            raise Http404
        return super().form_valid(form)

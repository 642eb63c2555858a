"""Signing in, one's own second factors and sessions. The names are those that allauth looks pages up by."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as usersessions
from django.urls import path, re_path

from casereview.interfaces.access import anyone, signed_in
from casereview.interfaces.staff.sign_in import views

urlpatterns = [
    path("sign-in/", anyone(views.SignIn.as_view()), name="account_login"),
    path("sign-out/", anyone(account.logout), name="account_logout"),
    path("sign-in/inactive/", anyone(account.account_inactive), name="account_inactive"),
    path("sign-in/forgotten/", anyone(views.forgotten), name="account_reset_password"),
    path("sign-in/forgotten/sent/", anyone(account.password_reset_done), name="account_reset_password_done"),
    path(
        "sign-in/password/set/",
        anyone(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^sign-in/password/(?P<uidb36>[0-9a-z]+)-(?P<key>.+)/$",
        anyone(views.SetPassword.as_view()),
        name="account_reset_password_from_key",
    ),
    path("sign-in/code/", anyone(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", anyone(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("security/", signed_in(mfa.index), name="mfa_index"),
    path("security/again/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("security/again/code/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "security/again/passkey/",
        signed_in(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("security/password/", signed_in(views.ChangePassword.as_view()), name="account_change_password"),
    path("security/app/", signed_in(views.SetUpApp.as_view()), name="mfa_activate_totp"),
    path("security/app/remove/", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("security/codes/", signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "security/codes/new/", signed_in(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"
    ),
    path("security/passkeys/", signed_in(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("security/passkeys/add/", signed_in(views.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/remove/",
        signed_in(views.RemovePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path("security/sessions/", signed_in(usersessions.list_usersessions), name="usersessions_list"),
]

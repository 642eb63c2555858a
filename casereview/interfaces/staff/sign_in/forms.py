"""The forms of signing in, in our words."""

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordKeyForm
from django import forms
from django.utils.translation import gettext_lazy as _

ADDRESS_ERRORS = {
    "required": _("Enter your e-mail address"),
    "invalid": _("Enter an e-mail address such as name@example.org"),
}


class PasswordForm(LoginForm):
    """E-mail address and password; a staff session never outlives the day, so nothing is "remembered"."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _name(self, "login", _("E-mail address"))
        _name(self, "password", _("Password"))
        self.fields["login"].error_messages.update(ADDRESS_ERRORS)
        self.fields["password"].error_messages["required"] = _("Enter your password")


class NewPassword(ResetPasswordKeyForm):
    """A new password, typed once: the component can show it."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _new_password(self)


class ChangedPassword(ChangePasswordForm):
    """A new password, for somebody who gives the old one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _name(self, "oldpassword", _("Current password"))
        self.fields["oldpassword"].error_messages["required"] = _("Enter your current password")
        _new_password(self)


class ForgottenPassword(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=ADDRESS_ERRORS,
    )


def _new_password(form: forms.Form) -> None:
    del form.fields["password2"]
    _name(form, "password1", _("New password"))
    form.fields["password1"].help_text = _("At least 12 characters. Three random words make a good password")
    form.fields["password1"].error_messages["required"] = _("Enter a new password")


def _name(form: forms.Form, field: str, label: object) -> None:
    """Give one of allauth's fields our label, without its placeholder and hint."""
    form.fields[field].label = label  # type: ignore[assignment]
    form.fields[field].help_text = ""
    form.fields[field].widget.attrs.pop("placeholder", None)

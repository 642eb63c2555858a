"""The forms of the settings."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.staff.settings import reach
from casereview.people.models import Area, Body, User
from casereview.people.models.body import KIND_NAMES
from casereview.people.roles import ROLES
from casereview.people.viewer import Viewer
from casereview.wording.districts import WORDS

LONGEST_DISTRICT = 60  # characters: it stands beside bars and in lists
EVERYWHERE = "everywhere"  # as the form says it


class AreaForm(forms.ModelForm):  # type: ignore[type-arg]
    """Everything may be left empty and added later: the area is not live until nothing is missing."""

    exit_to = forms.URLField(
        label=_("Where “Exit this page” leads"),
        help_text=_("A harmless page that opens at once, such as a weather forecast"),
        assume_scheme="https",
        max_length=200,
    )

    class Meta:
        model = Area
        fields = (
            "name",
            "email",
            "phone",
            "address",
            "appeals_address",
            "return_address",
            "sender_name",
            "duty_phone",
            "duty_email",
            "support_email",
            "office_hours",
            "districts",
            "colour",
            "exit_to",
        )
        help_texts = {
            "office_hours": _(
                "When messages are read, in the words of the public pages: Monday to Friday, 9am to 5pm, for example. "
                "If you leave this empty, the pages say that nobody reads at night or at weekends"
            ),
            "districts": _(
                "One a line, if requests are to be counted by district. Cases keep the name that was said in them: "
                "after a change, each is counted under it until somebody says the district again"
            ),
            "return_address": _("Printed on envelopes. It must not say what the letter is about"),
            "sender_name": _("Shown in e-mails and texts. It must not say what the message is about"),
            "support_email": _("It gets a notice when somebody said yes to support, and nothing about them"),
            "duty_phone": _("Who is told, day and night, when somebody writes that they are in danger"),
        }

    def clean_districts(self) -> str:
        """Each name once, on a line of its own; none may read like what is said instead of a district."""
        names = [" ".join(line.split()) for line in self.cleaned_data["districts"].splitlines()]
        if taken := {*names} & {*WORDS}:
            raise forms.ValidationError(_("Choose another name than “%(name)s”") % {"name": taken.pop()})
        if any(len(name) > LONGEST_DISTRICT for name in names):
            raise forms.ValidationError(
                _("The name of a district has at most %(n)s characters") % {"n": LONGEST_DISTRICT}
            )
        return "\n".join(dict.fromkeys(name for name in names if name))


class LogoForm(forms.Form):
    file = forms.FileField(
        label=_("Picture"),
        help_text=_("PNG or JPEG, smaller than 1 MB"),
        error_messages={"required": _("Choose a picture"), "empty": _("Choose a PNG or JPEG picture")},
    )


class BodyForm(forms.ModelForm):  # type: ignore[type-arg]
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KIND_NAMES.items()), widget=forms.RadioSelect)

    class Meta:
        model = Body
        fields = ("name", "kind", "mailbox", "escalation_name", "escalation_email", "relevant")
        labels = {"relevant": _("A relevant body: every application is sent to it")}
        help_texts = {
            "mailbox": _("A shared address that is read every working day"),
            "escalation_name": _("Who is told when the body does not answer"),
        }
        error_messages = {"name": {"required": _("Enter the name of the body")}}

    def save(self, commit: bool = True) -> Body:
        """Give a new body a code of its own, which never changes afterwards."""
        body: Body = self.instance
        if not body.code:
            stem = slugify(body.name)[:40] or "body"
            taken = set(Body.objects.filter(area=body.area).values_list("code", flat=True))
            body.code = next(c for c in [stem, *(f"{stem}-{n}" for n in range(2, 999))] if c not in taken)
        super().save(commit)
        return body


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200, error_messages={"required": _("Enter a name")})
    email = forms.EmailField(
        label=_("E-mail address"),
        error_messages={
            "required": _("Enter an e-mail address"),
            "invalid": _("Enter an e-mail address such as name@example.org"),
        },
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(_("Somebody with this e-mail address has an account already"))
        return email


class RoleForm(forms.Form):
    """A role, and where: choices reach as far as the administrator does."""

    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect, error_messages={"required": _("Choose a role")}
    )
    area = forms.ChoiceField(
        label=_("Area"), widget=forms.RadioSelect, error_messages={"required": _("Choose an area")}
    )
    body = forms.TypedChoiceField(
        label=_("Body"),
        required=False,
        coerce=lambda number: Body.objects.get(pk=number),
        empty_value=None,
        help_text=_("Only for an officer of a body"),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = reach.area_codes(viewer)
        names = {area.code: area.name for area in Area.objects.filter(pk__in=codes)}
        everywhere = [(EVERYWHERE, _("The whole installation"))] if reach.is_everywhere(viewer) else []
        _offer(self, "role", [(role.code, role.title) for role in ROLES.values()])
        _offer(self, "area", [*((code, name or code) for code, name in names.items()), *everywhere])
        bodies = Body.objects.filter(area__in=codes, active=True).select_related("area")
        _offer(self, "body", [("", _("None")), *((b.pk, f"{b.name} ({b.area})") for b in bodies)])

    def clean_area(self) -> Area | None:
        """The area itself; None for the whole installation."""
        code = self.cleaned_data["area"]
        return None if code == EVERYWHERE else Area.objects.get(pk=code)

    def clean(self) -> dict[str, Any]:
        """Say what does not go together, beside the question that it is about."""
        answers = super().clean() or {}
        role, body = answers.get("role"), answers.get("body")
        if not role or "area" not in answers:
            return answers
        area = answers["area"]
        if area is None and not ROLES[role].everywhere:
            self.add_error("area", _("Choose an area. Only an administrator has the whole installation"))
        if role == "body_officer" and not body:
            self.add_error("body", _("Choose the body that they answer for"))
        if role != "body_officer" and body:
            self.add_error("body", _("Choose None. Only an officer of a body answers for one"))
        if body and area and body.area_id != area.pk:
            self.add_error("body", _("Choose a body of that area"))
        return answers


def _offer(form: forms.Form, field: str, choices: list[tuple[Any, Any]]) -> None:
    """Set the choices of one of the form's questions."""
    asked = form.fields[field]
    assert isinstance(asked, forms.ChoiceField)
    asked.choices = choices

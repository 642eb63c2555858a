"""How to reach the applicant, and what must never happen: asked early, since everything else depends on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.public.request.question import (
    YES_NO_UNSURE,
    Question,
    QuestionForm,
    Text,
    choice,
    choices,
    long_text,
    text,
)

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told

SEEN = _("Can anyone else see or answer this?")
SEEN_HINT = _("For example somebody who knows your password, shares your phone, or opens your post")


class Ways(QuestionForm):
    methods = choices(
        _("How may we contact you?"),
        [
            ("email", _("By e-mail")),
            ("phone", _("By phone")),
            ("post", _("By post")),
            ("through_someone", _("Through somebody I trust")),
            ("applicant_calls", _("Do not contact me. I will contact you")),
        ],
        required=True,
        error_messages={"required": _("Choose at least one way, or that you will contact us")},
    )
    hints = {
        "methods": {
            "email": _("We say only that there is something to read, never what it is about"),
            "applicant_calls": _("You get a code with which you can read what happens, whenever it is safe"),
        }
    }


class Email(QuestionForm):
    value = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        error_messages={
            "required": _("Enter your e-mail address"),
            "invalid": _("Enter an e-mail address such as name@example.org"),
        },
    )
    seen_by_others = choice(SEEN, YES_NO_UNSURE, help_text=SEEN_HINT)


class Phone(QuestionForm):
    value = text(
        _("Your phone number"),
        required=True,
        widget=forms.TelInput,
        validators=[
            RegexValidator(r"\d\D*\d\D*\d\D*\d\D*\d\D*\d", _("Enter a phone number, such as 01632 960 001"))
        ],
        error_messages={"required": _("Enter your phone number")},
    )
    seen_by_others = choice(SEEN, YES_NO_UNSURE, help_text=SEEN_HINT)


class Post(QuestionForm):
    value = long_text(
        _("The address for letters"),
        rows=4,
        required=True,
        help_text=_("It may be another address than your home"),
        error_messages={"required": _("Enter the address for letters")},
    )
    seen_by_others = choice(SEEN, YES_NO_UNSURE, help_text=SEEN_HINT)


class Someone(QuestionForm):
    value = long_text(
        _("Who is it, and how can we reach them?"),
        rows=4,
        required=True,
        help_text=_("Their name, and a phone number or e-mail address"),
        error_messages={"required": _("Enter who it is, and how we can reach them")},
    )
    seen_by_others = choice(_("Can anyone else see or hear what we tell them?"), YES_NO_UNSURE)


class Safe(QuestionForm):
    when = long_text(
        _("When is it safe to contact you?"), rows=3, help_text=_("For example: weekdays before 2pm")
    )
    never = choices(
        _("What must we never do?"),
        [
            ("email", _("Send an e-mail")),
            ("phone", _("Phone")),
            ("post", _("Send a letter")),
            ("voicemail", _("Leave a voicemail")),
            ("visible_number", _("Call with a number that shows")),
            ("withheld", _("Call with a withheld number")),
            ("visit", _("Come to the door")),
        ],
    )
    if_another = long_text(_("What should we say if somebody else answers?"), rows=3)
    other = long_text(_("Anything else that keeps you safe"), rows=3)


def chose(method: str) -> "Callable[[Told], bool]":
    """Whether this way of contact was chosen."""

    def applies(told: "Told") -> bool:
        return method in told.of("contact").get("methods", ())

    return applies


def _page(method: str, form: type[QuestionForm], title: Text, label: Text, hint: Text = "") -> Question:
    return Question(
        f"contact/{method.replace('_', '-')}",
        form,
        title,
        label,
        section="about",
        hint=hint,
        applies=chose(method),
        required=True,
    )


QUESTIONS = (
    Question(
        "contact",
        Ways,
        _("How may we contact you?"),
        _("Ways to contact you"),
        section="about",
        required=True,
    ),
    _page(
        "email",
        Email,
        _("Your e-mail"),
        _("E-mail"),
        _("If nobody else can see it, a link can bring you back here."),
    ),
    _page("phone", Phone, _("Your phone"), _("Phone")),
    _page("post", Post, _("Letters to you"), _("Letters")),
    _page("through_someone", Someone, _("Somebody you trust"), _("Somebody you trust")),
    Question(
        "safe",
        Safe,
        _("When is it safe, and what must we never do?"),
        _("Safe times"),
        section="about",
        hint=_("Think of the worst day, not of a good one."),
    ),
)

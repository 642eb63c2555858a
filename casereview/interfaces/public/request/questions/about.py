"""Who asks, for whom, what to call them, and where they live."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.public.request.question import (
    YES_NO_UNSURE,
    Question,
    QuestionForm,
    choice,
    choices,
    long_text,
    text,
)

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told

TENURES = [
    ("owner", _("I own it, alone or with a mortgage")),
    ("council", _("I rent it from the council")),
    ("housing_association", _("I rent it from a housing association")),
    ("private", _("I rent it from a private landlord or a letting agent")),
    ("other", _("Something else, for example I stay with family")),
]


class Who(QuestionForm):
    asking_for = choice(
        _("Who are you asking for?"),
        [
            ("me", _("Me or my household")),
            ("someone", _("Someone else")),
            ("group", _("A community group or a business")),
            ("neighbours", _("Several neighbours, and I am one of them")),
        ],
        required=True,
        error_messages={"required": _("Choose who you are asking for")},
    )
    hints = {"asking_for": {"someone": _("A relative, a friend, or somebody you help in your work")}}


class Agreement(QuestionForm):
    consent = choice(
        _("Do they know that you are asking, and do they agree?"),
        [
            ("given", _("Yes, they agree")),
            ("not_yet", _("Not yet")),
            ("unsafe_to_ask", _("It is not safe to ask them")),
            ("lacks_capacity", _("They cannot decide this alone")),
            ("child", _("They are a child")),
        ],
    )


class Name(QuestionForm):
    name = text(
        _("Your name"),
        help_text=_("Any name that is safe to say aloud. It need not be your full name"),
        required=True,
        error_messages={"required": _("Enter a name that we may call you by")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    affected = text(_("The name of the person affected"), help_text=_("Any name that is safe to say aloud"))
    group = text(_("The name of the group or business"))
    relation = text(
        _("How do you know them?"), help_text=_("For example: I am her sister, or their councillor")
    )

    def prepare(self) -> None:
        asking_for = self.told.of("who").get("asking_for")
        wanted = {"someone": {"affected", "relation"}, "group": {"group"}}.get(asking_for or "", set())
        for name in {"affected", "relation", "group"} - wanted:
            del self.fields[name]


class Home(QuestionForm):
    address = long_text(_("Address"), rows=4, help_text=_("Leave it out if you do not want to say"))
    post_safe = choice(_("Is it safe to send a letter there?"), YES_NO_UNSURE)
    tenure = choice(_("Whose is the home?"), TENURES)
    landlord = text(_("Name of the landlord or agent, if you know it"))


class Easier(QuestionForm):
    needs = choices(
        _("Choose all that would help"),
        [
            ("interpreter", _("An interpreter, or sign language")),
            ("large_print", _("Large print")),
            ("somebody_with_me", _("To have somebody with me when we talk")),
        ],
    )
    language = text(_("Which language do you prefer?"))
    other = long_text(_("Anything else"), rows=3)


def for_others(told: "Told") -> bool:
    return told.of("who").get("asking_for") in ("someone", "group", "neighbours")


QUESTIONS = (
    Question(
        "who",
        Who,
        _("Who are you asking for?"),
        _("Who you are asking for"),
        section="about",
        required=True,
    ),
    Question(
        "agreement",
        Agreement,
        _("Do they know that you are asking, and do they agree?"),
        _("Their agreement"),
        section="about",
        hint=_("Whatever you answer, you can send this. It decides only what we may share, and with whom."),
        applies=for_others,
    ),
    Question("name", Name, _("What should we call you?"), _("Names"), section="about", required=True),
    Question(
        "home",
        Home,
        _("Where do you live?"),
        _("Home"),
        section="about",
        hint=_("If you ask for somebody else, tell us where they live."),
    ),
    Question(
        "easier", Easier, _("What would make this easier for you?"), _("What helps you"), section="about"
    ),
)

"""What is happening, where, whether it goes on, and who else has reported it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.public.questions import counts_homes, needed
from casereview.interfaces.public.request.question import (
    YES_NO,
    YES_NO_UNSURE,
    Items,
    NothingAsked,
    Question,
    QuestionForm,
    Text,
    choice,
    choices,
    long_text,
    text,
)
from casereview.schemes.load import by_name
from casereview.wording.hate import HATE
from casereview.wording.length import number_words

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told


PEOPLE = _("Reports of the same problem by %(n)s people may be enough for a review.")
HOMES = _("Reports of the same problem from %(n)s homes may be enough for a review.")
LIVES = [
    ("me", _("With me, or with the person I am asking for")),
    ("nobody", _("With nobody that I have named")),
    ("named", _("With somebody else that I have named")),
    ("unsure", _("I do not know")),
]


class Where(QuestionForm):
    place = long_text(
        _("Where does it happen?"),
        rows=3,
        help_text=_("A street or a place is enough. For example: the garages behind Elm Road"),
    )


class What(QuestionForm):
    problem = long_text(
        _("What is happening?"),
        rows=8,
        help_text=_("One sentence is enough. You can say more later"),
        required=True,
        error_messages={"required": _("Enter what is happening. One sentence is enough")},
    )


class Now(QuestionForm):
    going_on = choice(_("Is it still going on?"), YES_NO_UNSURE)
    danger = choice(_("Is anyone in danger?"), YES_NO_UNSURE)
    danger_what = long_text(_("If so, what are you afraid of?"), rows=4)


class Others(QuestionForm):
    others = choice(_("Do you know of anyone who has?"), YES_NO_UNSURE)
    how_many = forms.IntegerField(
        label=_("How many others, as far as you know?"),
        required=False,
        min_value=0,
        max_value=999,
        error_messages={
            "invalid": _("Enter a number, for example 4"),
            "max_value": _("Enter a number up to 999"),
            "min_value": _("Enter 0 or more"),
        },
    )

    def prepare(self) -> None:
        """How many may be enough, where the rules count people."""
        scheme = by_name(self.told.area, timezone.localdate())
        enough = needed(scheme, "people")
        if enough > 1:
            text = HOMES if counts_homes(scheme) else PEOPLE
            self.fields["others"].help_text = text % {"n": number_words(enough)}


class Other(QuestionForm):
    agreed = choice(
        _("Have they agreed that you give us their name?"),
        YES_NO,
        required=True,
        help_text=_("Without their agreement we keep only the number of people, not who they are"),
        error_messages={"required": _("Choose yes or no")},
    )
    name = text(_("If they agreed: their name"))
    email = forms.EmailField(
        label=_("Their e-mail address, if you know it"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("Enter an e-mail address such as name@example.org")},
    )
    phone = text(
        _("Their phone number, if you know it"), widget=forms.TelInput(attrs={"autocomplete": "off"})
    )

    def prepare(self) -> None:
        """Where the rules count households, with whom they live."""
        if counts_homes(by_name(self.told.area, timezone.localdate())):
            self.fields["home"] = choice(_("If they agreed: who do they live with?"), LIVES)

    def clean(self) -> dict[str, Any]:
        """A name is asked for where they agreed, and dropped where they did not."""
        cleaned = super().clean() or {}
        if cleaned.get("agreed") == "yes" and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Enter their name"))
        if cleaned.get("agreed") == "no":
            return {"agreed": "no"}
        return cleaned


class Because(QuestionForm):
    motivations = choices(_("Choose all that fit"), [])
    something_else = text(_("Something else"))
    exclusive = {"motivations": "not_sure"}

    def prepare(self) -> None:
        scheme = by_name(self.told.area, timezone.localdate())
        offered = [(code, capfirst(HATE[code])) for code in scheme.hate if code in HATE]
        field = self.fields["motivations"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [*offered, ("none", _("No, none of these")), ("not_sure", _("I am not sure"))]


class Responsible(QuestionForm):
    name = text(_("Their name, if you know it"))
    description = long_text(
        _("Or describe them"), rows=4, help_text=_("For example: the people in the flat above")
    )
    under_18 = choice(_("Are they under 18?"), YES_NO_UNSURE)
    complained = choice(_("Have they complained about you?"), YES_NO_UNSURE)


def other_reads(told: "Told", number: int) -> list[tuple[Text, str]]:
    said = told.of(f"others/{number}")
    if said.get("agreed") != "yes":
        return [(_("Name"), str(_("Not given: counted only")))]
    reach = ", ".join(said[name] for name in ("email", "phone") if name in said)
    lives = str(dict(LIVES).get(said.get("home", ""), ""))
    home = [(_("Who they live with"), lives)] if lives else []
    return [(_("Name"), said.get("name", "")), (_("How to reach them"), reach), *home]


def responsible_reads(told: "Told", number: int) -> list[tuple[Text, str]]:
    said = told.of(f"people/{number}")
    return [(_("Name"), said.get("name", "")), (_("Description"), said.get("description", ""))]


QUESTIONS = (
    Question("where", Where, _("Where does it happen?"), _("Where"), section="problem"),
    Question("what", What, _("What is happening?"), _("What"), section="problem", required=True),
    Question(
        "now",
        Now,
        _("Is it still going on? Is anyone in danger?"),
        _("How it is now"),
        section="problem",
        warns=True,
        then=lambda told, _numbers: "now/urgent" if told.of("now").get("danger") == "yes" else "",
    ),
)
AFTERWARDS = (
    Question(
        "others",
        Others,
        _("Have other people reported it too?"),
        _("Other people"),
        section="problem",
        items=Items(
            "others",
            "",
            _("Add a person who has reported it"),
            _("Add another person"),
            _("Person %(number)s"),
            other_reads,
        ),
    ),
    Question(
        "others/*",
        Other,
        _("Somebody else who has reported it"),
        _("A person"),
        then=lambda _t, _n: "others",
        before="others",
    ),
    Question(
        "because",
        Because,
        _("Do you think it happens because of any of these?"),
        _("Why it happens"),
        section="problem",
        hint=_("It counts for everything you tell us. You can choose more than one."),
    ),
    Question(
        "people",
        NothingAsked,
        _("Who is doing it?"),
        _("Who is doing it"),
        section="problem",
        hint=_("You do not need to know. We never tell them that you have written to us."),
        items=Items(
            "people",
            "",
            _("Add somebody"),
            _("Add somebody else"),
            _("Person %(number)s"),
            responsible_reads,
        ),
    ),
    Question(
        "people/*",
        Responsible,
        _("Who is doing it?"),
        _("A person"),
        then=lambda _t, _n: "people",
        before="people",
    ),
)

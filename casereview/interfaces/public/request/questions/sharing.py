"""Files, who is told, and the equality questions, which are kept apart."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.public.request.question import (
    NothingAsked,
    Question,
    QuestionForm,
    choice,
    choices,
    long_text,
)
from casereview.wording.equality import ANSWERS, ASKED

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told

NOT_SAY = ("prefer_not", _("I prefer not to say"))


class Sharing(QuestionForm):
    keep_from = choices(_("Is there anyone there whom we should keep this from?"), [])
    keep_why = long_text(
        _("Tell us more, if you like"),
        rows=4,
        help_text=_("For example: somebody I am afraid of works there"),
    )

    def prepare(self) -> None:
        field = self.fields["keep_from"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(body.holder, body.name) for body in self.told.bodies]
        if not self.told.bodies:
            del self.fields["keep_from"]


class AboutYou(QuestionForm):
    willing = choice(
        _("Will you answer five questions about yourself?"),
        [("yes", _("Yes")), ("no", _("No, go on without them"))],
    )


class Equality(QuestionForm):
    """Every question may be left, and every one can be declined in words."""

    age = choice(ASKED["age"], [*ANSWERS["age"].items(), NOT_SAY])
    sex = choice(ASKED["sex"], [*ANSWERS["sex"].items(), NOT_SAY])
    ethnic_group = choice(ASKED["ethnic_group"], [*ANSWERS["ethnic_group"].items(), NOT_SAY])
    disabled = choice(ASKED["disabled"], [*ANSWERS["disabled"].items(), NOT_SAY])
    religion = choice(ASKED["religion"], [*ANSWERS["religion"].items(), NOT_SAY])


def willing(told: "Told") -> bool:
    return told.of("about-you").get("willing") == "yes"


QUESTIONS = (
    Question(
        "files",
        NothingAsked,
        _("Have you got photos, a diary or letters to send?"),
        _("Files"),
        section="sending",
        template="public/request/files.html",
    ),
    Question(
        "sharing",
        Sharing,
        _("Who we will share this with"),
        _("Who will see this"),
        section="sending",
        template="public/request/sharing.html",
    ),
    Question(
        "about-you",
        AboutYou,
        _("Questions about you"),
        _("Questions about you"),
        section="sending",
        hint=_(
            "They help us to see whether we treat people fairly. The answers are kept apart: nobody can tell whose "
            "they are, and they change nothing in your case."
        ),
    ),
    Question(
        "about-you/answers",
        Equality,
        _("About you"),
        _("Your answers about you"),
        section="sending",
        applies=willing,
    ),
)

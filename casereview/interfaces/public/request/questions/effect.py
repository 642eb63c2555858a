"""What it does to people, how they were answered, and what they want to happen."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casereview.interfaces.public.request.question import (
    YES_NO_UNSURE,
    Question,
    QuestionForm,
    choice,
    choices,
    long_text,
)
from casereview.schemes.load import by_name
from casereview.wording.own_findings import own_codes, own_question


class Effect(QuestionForm):
    effects = choices(
        _("What does it touch? Choose all that fit"),
        [
            ("sleep", _("Sleep")),
            ("health", _("Health")),
            ("fear", _("Feeling afraid")),
            ("children", _("Children")),
            ("work", _("Work or school")),
            ("money", _("Money")),
            ("going_out", _("Going out, or having visitors")),
        ],
    )
    impact = long_text(_("In your own words"), rows=6)


class Cope(QuestionForm):
    reasons = choices(
        _("Choose all that fit"),
        [
            ("illness", _("Illness")),
            ("disability", _("Disability")),
            ("mental_health", _("Mental health")),
            ("pregnancy", _("Pregnancy, or a new baby")),
            ("alone", _("Living alone")),
            ("age", _("Age")),
            ("language", _("English is not my first language")),
        ],
    )
    vulnerability = long_text(_("In your own words"), rows=5)


class Answered(QuestionForm):
    stopped = choice(_("Has what was done so far stopped it?"), YES_NO_UNSURE)

    def prepare(self) -> None:
        """Ask what only they can say under the area's rules of today."""
        scheme = by_name(self.told.area, timezone.localdate())
        for code in own_codes(scheme):
            self.fields[code] = choice(own_question(scheme, code), YES_NO_UNSURE)


class Wish(QuestionForm):
    wanted = long_text(_("What would you like to happen?"), rows=6, help_text=_("There is no wrong answer"))


QUESTIONS = (
    Question("effect", Effect, _("How does it affect you?"), _("Effect on you"), section="effect"),
    Question("coping", Cope, _("Does anything make it harder to cope?"), _("Coping"), section="effect"),
    Question("answered", Answered, _("How were you answered?"), _("How you were answered"), section="effect"),
    Question("wish", Wish, _("What would you like to happen?"), _("What you would like"), section="effect"),
)

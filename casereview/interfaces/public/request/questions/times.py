"""What happened, time by time, and who was told about each: the list on which the threshold rests."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casereview.components.forms import ApproximateDateField
from casereview.interfaces.public.request.question import (
    YES_NO,
    Items,
    NothingAsked,
    Question,
    QuestionForm,
    Text,
    choice,
    long_text,
    text,
)
from casereview.interfaces.public.request.recurring import OFTEN, may_be_the_same
from casereview.interfaces.public.request.times_words import body_choices, reads, report_line

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told

DATE_HINT = _("If you do not know the day, leave it empty, or write early, mid or late")


def past_day(label: Text, hint: Text = DATE_HINT) -> ApproximateDateField:
    """A day as well as it is known, or nothing; only an impossible one or one to come is refused."""
    wrong = {"future": _("This day has not come yet. Enter today’s date or an earlier one")}
    return ApproximateDateField(
        label=label, help_text=hint, not_future=True, required=False, error_messages=wrong
    )


class When(QuestionForm):
    kind = choice(
        _("When did it happen?"),
        [("once", _("Once, on a day that I know or remember roughly")), ("keeps", _("It keeps happening"))],
        required=True,
        error_messages={"required": _("Choose whether it happened once or keeps happening")},
    )


class Day(QuestionForm):
    on = past_day(_("Which day was it?"))


class Pattern(QuestionForm):
    often = choice(_("How often?"), [(code, label) for code, (label, _days) in OFTEN.items()])
    since = past_day(_("Since when?"))
    until = past_day(_("Until when?"), hint=_("Leave this empty if it still happens"))

    def clean(self) -> dict[str, Any]:
        """Only the impossible is refused: an end before the beginning."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until.until < since.since:
            self.add_error("until", _("Enter a day after the first one"))
        return cleaned


class Happened(QuestionForm):
    what = long_text(_("In your own words"), rows=6)
    location = text(_("Where, if it was somewhere else than usual?"))


class ToldSoFar(QuestionForm):
    more = choice(
        _("Did you tell anyone about this time?"),
        YES_NO,
        required=True,
        error_messages={"required": _("Choose yes or no")},
    )

    def prepare(self) -> None:
        if self.told.numbers(f"times/{self.numbers[0]}/told"):
            self.fields["more"].label = _("Did you tell anyone else about the same time?")
        if self.told.of(f"times/{self.numbers[0]}/when").get("kind") == "keeps":
            self.fields["more"].label = _("Did you tell anyone, or tell them again, while it went on?")
            self.fields["more"].help_text = _("Add each time that you told somebody. Each of them may count.")


class Report(QuestionForm):
    body = choice(
        _("Who did you tell?"), [], required=True, error_messages={"required": _("Choose who you told")}
    )
    name = text(_("Which one?"), help_text=_("For example the name of your landlord"))
    on = past_day(_("When did you tell them?"))
    by = choice(_("Who told them?"), [])
    officer = text(_("Who did you speak to, if you know?"))
    reference = text(_("Did they give you a reference number?"))
    promised = long_text(_("What did they say they would do?"), rows=3)
    happened = long_text(_("What happened then?"), rows=3)

    def prepare(self) -> None:
        body, by = self.fields["body"], self.fields["by"]
        assert isinstance(body, forms.ChoiceField)
        assert isinstance(by, forms.ChoiceField)
        body.choices = body_choices(self.told)
        named = [(f"others/{n}", self.told.of(f"others/{n}")) for n in self.told.numbers("others")]
        people = [(page, said["name"]) for page, said in named if "name" in said]
        if people:
            by.choices = [("me", _("I did, or the person I ask for")), *people]
        else:
            del self.fields["by"]


class Same(QuestionForm):
    same_as = choice(_("Was this about the same time as another that you told somebody about?"), [])

    def prepare(self) -> None:
        time, report = self.numbers
        field = self.fields["same_as"]
        assert isinstance(field, forms.ChoiceField)
        others = [(str(n), report_line(self.told, time, n)) for n in may_be_the_same(self.told, time, report)]
        field.choices = [("no", _("No, it was about another time")), *others]


def after_when(told: "Told", numbers: tuple[int, ...]) -> str:
    keeps = told.of(f"times/{numbers[0]}/when").get("kind") == "keeps"
    return f"times/{numbers[0]}/{'pattern' if keeps else 'day'}"


def after_told(told: "Told", numbers: tuple[int, ...]) -> str:
    page = f"times/{numbers[0]}/told"
    return f"{page}/{told.next_number(page)}" if told.of(page).get("more") == "yes" else "times"


def after_report(told: "Told", numbers: tuple[int, ...]) -> str:
    page = f"times/{numbers[0]}/told"
    return f"{page}/{numbers[1]}/same" if may_be_the_same(told, *numbers) else page


QUESTIONS = (
    Question(
        "times",
        NothingAsked,
        _("What happened, and who did you tell?"),
        _("What happened, and who you told"),
        section="problem",
        template="public/request/times.html",
        items=Items(
            "times",
            "when",
            _("Add a time when it happened"),
            _("Add another time"),
            _("Time %(number)s"),
            reads,
        ),
    ),
    Question(
        "times/*/when",
        When,
        _("When did it happen?"),
        _("When"),
        then=after_when,
        before="times",
    ),
    Question(
        "times/*/day",
        Day,
        _("Which day was it?"),
        _("Which day"),
        then=lambda _t, n: f"times/{n[0]}/what",
        before="times/*/when",
    ),
    Question(
        "times/*/pattern",
        Pattern,
        _("How often, and since when?"),
        _("How often"),
        then=lambda _t, n: f"times/{n[0]}/what",
        before="times/*/when",
    ),
    Question(
        "times/*/what",
        Happened,
        _("What happened?"),
        _("What"),
        then=lambda _t, n: f"times/{n[0]}/told",
        before="times/*/when",
    ),
    Question(
        "times/*/told",
        ToldSoFar,
        _("Who did you tell about this time?"),
        _("Who you told"),
        then=after_told,
        before="times/*/what",
        asked_anew=True,
        template="public/request/told.html",
    ),
    Question(
        "times/*/told/*",
        Report,
        _("Somebody you told"),
        _("Somebody you told"),
        then=after_report,
        before="times/*/told",
    ),
    Question(
        "times/*/told/*/same",
        Same,
        _("Was this about the same time?"),
        _("The same time"),
        hint=_(
            "You told somebody about it around the same days. If each was about another time, each may count."
        ),
        then=lambda _t, n: f"times/{n[0]}/told",
        before="times/*/told/*",
    ),
)

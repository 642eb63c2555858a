"""What a question of the application is: a record and a form. Adding one is one entry in `questions/`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from casereview.interfaces.public.request.told import Told

Text: TypeAlias = "str | _StrPromise"
LONG, SHORT = 10_000, 200  # characters; far more than anybody types on a phone
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
YES_NO_UNSURE = [*YES_NO, ("not_sure", _("I am not sure"))]


class QuestionForm(forms.Form):
    """A form that is handed what was told so far, since choices depend on it.

    hints: words under single choices, by box. exclusive: a choice that clears the others, by box. No box is hidden
    until a choice is made: a screen reader cannot tell what a radio button opens.
    """

    hints: dict[str, dict[str, Text]] = {}
    exclusive: dict[str, str] = {}

    def __init__(self, *args: Any, told: "Told", numbers: tuple[int, ...] = (), **kwargs: Any) -> None:
        self.told, self.numbers = told, numbers
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.prepare()

    def prepare(self) -> None:
        """Set choices that depend on what was told or on the area."""


class NothingAsked(QuestionForm):
    """A page that only lists items."""


def always(_told: "Told") -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Items:
    """A list of things that are added one by one. prefix: of their pages, "times". first: the page one begins with,
    after prefix and number. reads: an item as the lines of a summary, (what, words).
    """

    prefix: str
    first: str
    add: Text
    add_another: Text
    name: Text  # "Time %(number)s"
    reads: "Callable[[Told, int], list[tuple[Text, str]]]"


@dataclass(frozen=True, slots=True)
class Question:
    """One page. page: its address after `/request/`, with `*` for the number of an item; says nothing to a
    passer-by. title: the question. label: a plain name, for the browser's title and the task list. section: of the
    task list, "" for a page of an item. then: the page that follows, where it is not the next of the order. before:
    the page that Back leads to, with `*` as above; "" for the task list.
    """

    page: str
    form: type[QuestionForm]
    title: Text
    label: Text
    section: str = ""
    hint: Text = ""
    applies: "Callable[[Told], bool]" = always
    required: bool = False
    then: "Callable[[Told, tuple[int, ...]], str] | None" = None
    before: str = ""
    items: Items | None = None
    asked_anew: bool = False  # the last answer does not stand for the next: "anyone else?"
    warns: bool = False  # says 999 first, and when what is written here is read
    template: str = "public/request/question.html"


def choice(label: Text, choices: Sequence[tuple[str, Text]], **more: Any) -> forms.ChoiceField:
    """One of several, as radios; may be left unless `required`."""
    more.setdefault("required", False)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def choices(label: Text, offered: Sequence[tuple[str, Text]], **more: Any) -> forms.MultipleChoiceField:
    """Any of several, as checkboxes."""
    more.setdefault("required", False)
    return forms.MultipleChoiceField(
        label=label, choices=offered, widget=forms.CheckboxSelectMultiple, **more
    )


def text(label: Text, **more: Any) -> forms.CharField:
    """A line of text."""
    more.setdefault("required", False)
    return forms.CharField(label=label, max_length=SHORT, **more)


def long_text(label: Text, rows: int = 5, **more: Any) -> forms.CharField:
    """Several lines, without a counter that would hurry anybody."""
    more.setdefault("required", False)
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, validators=[MaxLengthValidator(LONG)], widget=widget, **more)

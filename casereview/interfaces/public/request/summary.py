"""What was answered, as lines to check: made from any question's form, so that a new question needs nothing here."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from casereview.components.forms import ApproximateDate
from casereview.components.problems import messages
from casereview.interfaces.public.request.question import Question
from casereview.interfaces.public.request.questions import ORDER
from casereview.interfaces.public.request.told import Told
from casereview.wording.dates import vague_date


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to check: its name, its text ("" where nothing was said), where to change it, what is wrong."""

    label: str
    text: str
    page: str
    state: str  # as of Told.state
    problem: str = ""


def asked(told: Told) -> list[Question]:
    """The questions of the task list that apply, in order."""
    return [question for question in ORDER if question.section and question.applies(told)]


def rows(told: Told) -> list[Row]:
    """A row a question, items of lists in theirs."""
    return [_row(told, question) for question in asked(told)]


def gaps(told: Told) -> list[Row]:
    """What must be answered before it can be sent: what is needed and missing, and what cannot be read there."""
    needed = {question.page for question in asked(told) if question.required}
    return [row for row in rows(told) if row.page in needed and row.state in ("needed", "wrong")]


def lines(told: Told, page: str) -> str:
    """The answers of one page as text: a line an answer, named where there are several."""
    form = told.form(page)
    form.is_valid()
    shown = [(form[name], form.cleaned_data.get(name)) for name in form.fields]
    said = [(str(bound.label), words) for bound, value in shown if (words := _words(bound, value))]
    if len(form.fields) == 1:
        return "\n".join(words for _label, words in said)
    return "\n".join(
        f"{label} {words}" if label.endswith("?") else f"{label}: {words}" for label, words in said
    )


def _row(told: Told, question: Question) -> Row:
    text = lines(told, question.page) if question.page in told.pages else ""
    if question.items:
        items = [question.items.reads(told, number) for number in told.numbers(question.items.prefix)]
        text = "\n\n".join([*([text] if text else []), *(_item(item) for item in items)])
    if question.page == "files":
        text = "\n".join(file["name"] for file in told.files)
    state = told.state(question)
    return Row(
        str(question.label), text, question.page, state, _problem(told, question) if state == "wrong" else ""
    )


def _item(item: list[tuple[Any, str]]) -> str:
    return "\n".join(f"{label}: {words}" for label, words in item if words)


def _problem(told: Told, question: Question) -> str:
    form = told.form(question.page)
    form.is_valid()
    return next((text for name in form.fields for text in messages(form[name])), _("This cannot be read"))


def _words(bound: BoundField, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if isinstance(value, ApproximateDate):
        return vague_date(value.since, value.until)
    if isinstance(value, date):
        return vague_date(value, value)
    if isinstance(bound.field, forms.ChoiceField):
        names = {str(code): str(label) for code, label in bound.field.widget.choices}
        chosen = value if isinstance(value, list) else [value]
        return "\n".join(names.get(str(code), str(code)) for code in chosen)
    return str(value)

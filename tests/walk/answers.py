"""Answers for any step, made up from its form: what somebody might post who fills it in sensibly, or hardly at all."""

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django import forms

from casereview.steps.fields import Day

WORDS = "What was said and done, in a few words"
TIMES = ("10:00", "12:00", "15:30")
Draw = Callable[[list[Any]], Any]


def answers_to(form: forms.Form, draw: Draw, today: date) -> dict[str, Any]:
    """A dict as a page posts it. draw: picks one of a list. today: the London day on which it is filled in."""
    return {name: _answer(name, field, field.required, draw, today) for name, field in form.fields.items()}


def mended(form: forms.Form, answers: dict[str, Any], draw: Draw, today: date) -> dict[str, Any]:
    """The answers as somebody mends them who reads the errors: what is at fault is filled in anew, or emptied.

    form: bound to the answers, and known to be invalid. Where the fault is nobody's in particular, all is done anew.
    """
    wrong = {name: field for name, field in form.fields.items() if name in form.errors}
    if not wrong:
        return answers_to(form, draw, today)
    new = {
        name: _answer(name, field, field.required or draw([True, True, False]), draw, today)
        for name, field in wrong.items()
    }
    return {**answers, **new}


def _answer(name: str, field: forms.Field, needed: bool, draw: Draw, today: date) -> Any:
    """needed: whether something must stand there."""
    if isinstance(field, forms.MultipleChoiceField):
        return _several(_values(field.choices), needed, draw)
    if isinstance(field, forms.ChoiceField):
        values = _values(field.choices)
        return draw(values if needed or not values else ["", *values]) if values else ""
    if isinstance(field, Day):
        return _day(field, draw, today) if needed or draw([True, False]) else ""
    return _typed(name, field, needed, draw, today)


def _day(field: Day, draw: Draw, today: date) -> str:
    days = [1, 2, 3, 5, 8, 13] if field.ahead else [0]
    return (today + timedelta(days=draw(days))).isoformat()


def _typed(name: str, field: forms.Field, needed: bool, draw: Draw, today: date) -> Any:
    if isinstance(field, forms.BooleanField):
        return "on" if needed or draw([True, False]) else ""
    if isinstance(field, forms.JSONField):
        return json.dumps([])
    if not needed and (isinstance(field.widget, forms.HiddenInput) or draw([True, False])):
        return ""
    return draw(_texts(name, field, today))


def _texts(name: str, field: forms.Field, today: date) -> list[str]:
    if isinstance(field, forms.EmailField):
        return ["somebody@example.org"]
    if isinstance(field, forms.IntegerField):
        return ["0", "1", "2"]
    if name.endswith("_when"):
        return [today.isoformat()]
    is_time = isinstance(field, forms.TimeField) or "time" in name or name.startswith(("starts", "ends"))
    return [*TIMES] if is_time else [WORDS]


def _values(choices: Iterable[Any]) -> list[str]:
    found: list[str] = []
    for value, text in choices:
        found += _values(text) if isinstance(text, list | tuple) else [value]
    return [value for value in found if value not in ("", None)]


def _several(values: list[str], needed: bool, draw: Draw) -> list[str]:
    some = [value for value in values if draw([True, True, False])]
    return some or (values[:1] if needed else [])

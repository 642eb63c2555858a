"""Answers for any step, made up from its form: what somebody might post who fills it in sensibly, or hardly at all."""

import json
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django import forms

from casereview.steps.fields import Day

WORDS = "What was said and done, in a few words"
TIME = "10:00"


def answers_to(form: forms.Form, draw: Callable[[list[Any]], Any], today) -> dict[str, Any]:
    """A dict as a page posts it. draw: picks one of a list. today: the London day on which it is filled in."""
    return {name: _answer(name, field, draw, today) for name, field in form.fields.items()}


def _answer(name: str, field: forms.Field, draw, today) -> Any:
    if isinstance(field, forms.MultipleChoiceField):
        return _several(_values(field.choices), field.required, draw)
    if isinstance(field, forms.ChoiceField):
        values = _values(field.choices)
        return draw(values if field.required or not values else ["", *values]) if values else ""
    if isinstance(field, Day):
        return _day(field, draw, today)
    return _typed(name, field, draw)


def _day(field: Day, draw, today) -> str:
    if not field.required and draw([True, False]):
        return ""
    days = [1, 2, 3, 5, 8, 13] if field.ahead else [0]
    return (today + timedelta(days=draw(days))).isoformat()


def _typed(name: str, field: forms.Field, draw) -> Any:
    if isinstance(field, forms.BooleanField):
        return "on" if field.required or draw([True, False]) else ""
    if isinstance(field, forms.JSONField):
        return json.dumps([])
    if isinstance(field, forms.IntegerField):
        return draw([1, 2])
    if isinstance(field, forms.EmailField):
        return "somebody@example.org"
    if "time" in name or isinstance(field, forms.TimeField):
        return TIME
    return WORDS if field.required or draw([True, False]) else ""


def _values(choices: Iterable[Any]) -> list[str]:
    found: list[str] = []
    for value, text in choices:
        found += _values(text) if isinstance(text, list | tuple) else [value]
    return [value for value in found if value not in ("", None)]


def _several(values: list[str], required: bool, draw) -> list[str]:
    if not values:
        return []
    some = [value for value in values if draw([True, True, False])]
    return some or (values[:1] if required else [])

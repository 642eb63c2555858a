"""`field(bound_field)`: a Django form field as the GOV.UK component that fits its widget.

Django keeps the form (values, errors, choices), the component keeps the page. No HTML validation is asked
for: the browser's own messages are unhelpful, and `maxlength` swallows what people paste.
"""

from collections.abc import Callable
from typing import Any

import jinja2
from django import forms
from django.forms import BaseForm, BaseFormSet, BoundField
from django.utils.translation import gettext as _
from markupsafe import Markup

from casereview.components import choices, problems
from casereview.components.forms import PARTS, DateParts

# HTML input types for which a box of text is the right component, and what else they then need.
TEXT_TYPES: list[tuple[type[forms.Widget], dict[str, Any]]] = [
    (forms.EmailInput, {"type": "email", "spellcheck": False, "autocomplete": "email"}),
    (forms.TelInput, {"type": "tel", "autocomplete": "tel"}),
    (forms.URLInput, {"type": "url", "spellcheck": False}),
    (forms.NumberInput, {"inputmode": "numeric", "spellcheck": False}),
    (forms.TextInput, {}),
]
# Attributes that a widget may carry and the components take as parameters.
OWN_OPTIONS = ("autocomplete", "inputmode", "spellcheck", "autocapitalize", "pattern")


@jinja2.pass_environment
def field(env: jinja2.Environment, bound: BoundField, **options: Any) -> Markup:
    """The component for `bound`, with its label or legend, hint, first error and what was typed.

    Options: `heading` (the label is the page's h1), `label`, `hint`, `classes`, `inline` and `small` (radios,
    checkboxes), `hints`, `conditionals` and `dividers` (by choice value), `exclusive` (a checkbox value that
    clears the others), `maxlength` (counts characters), and any other parameter of the component.
    """
    widget = bound.field.widget
    if widget.is_hidden:
        return Markup(bound.as_hidden())  # noqa: S704 # Django escaped it
    for kind, component in COMPONENTS:
        if isinstance(widget, kind):
            return component(env, bound, options)
    raise TypeError(f"no component for {type(widget).__name__} of {bound.name}")


@jinja2.pass_environment
def errors(env: jinja2.Environment, *sources: "BaseForm | BaseFormSet[BaseForm]") -> Markup:
    """The error summary of one or several forms, each line leading to the box it is about; or nothing."""
    listed = problems.lines(*sources)
    if not listed:
        return Markup()
    return _macro(env, "error-summary", {"titleText": _("There is a problem"), "errorList": listed})


def _common(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    """Name, id, hint, error and HTML attributes: what every component takes."""
    hint = options.pop("hint", bound.help_text)
    unwanted = ("rows", "cols", "maxlength", "minlength", *OWN_OPTIONS)
    attributes = {k: v for k, v in bound.field.widget.attrs.items() if k not in unwanted}
    known = {k: v for k, v in bound.field.widget.attrs.items() if k in OWN_OPTIONS}
    parameters = {"id": bound.auto_id, "name": bound.html_name, **known}
    if attributes:
        parameters["attributes"] = attributes
    if hint:
        parameters["hint"] = {"html": hint} if isinstance(hint, Markup) else {"text": str(hint)}
    if bound.errors:
        parameters["errorMessage"] = {"text": problems.messages(bound)[0], "visuallyHiddenText": _("Error")}
    return parameters


def _label(bound: BoundField, options: dict[str, Any], kind: str) -> dict[str, Any]:
    """Label or legend; with `heading` it is the page's own heading, as one question a page wants."""
    label: dict[str, Any] = {"text": str(options.pop("label", bound.label))}
    if options.pop("heading", False):
        return {**label, "classes": f"govuk-{kind}--l", "isPageHeading": True}
    if kind == "fieldset__legend":
        label["classes"] = "govuk-fieldset__legend--s"
    return label


def _text(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    extra = next(extra for kind, extra in TEXT_TYPES if isinstance(bound.field.widget, kind))
    label = _label(bound, options, "label")
    parameters = {"label": label, **extra, **_common(bound, options), "value": _typed(bound)}
    return _macro(env, "input", {**parameters, **options})


def _password(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    label = _label(bound, options, "label")
    return _macro(env, "password-input", {"label": label, **_common(bound, options), **options})


def _textarea(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    label = _label(bound, options, "label")
    parameters = {"label": label, **_common(bound, options), "value": _typed(bound) or ""}
    maxlength = options.pop("maxlength", getattr(bound.field, "max_length", None))
    if maxlength:
        return _macro(
            env, "character-count", {**parameters, "maxlength": maxlength, "threshold": 75, **options}
        )
    return _macro(env, "textarea", {**parameters, **options})


def _date(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    legend = _label(bound, options, "fieldset__legend")
    parameters = _common(bound, options)
    autocomplete = parameters.pop("autocomplete", None)
    typed = bound.field.widget.format_value(bound.value())
    names = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    parameters["items"] = [
        {
            "name": part,
            "label": names[part],
            "value": typed[part],
            "classes": _box_classes(part, wrong=part in problems.wrong_parts(bound)),
            # Words are welcome in day and month, so no keypad of digits alone there.
            "inputmode": "numeric" if part == "year" else "text",
            **({"autocomplete": f"{autocomplete}-{part}"} if autocomplete else {}),
        }
        for part in PARTS
    ]
    return _macro(
        env,
        "date-input",
        {"fieldset": {"legend": legend}, "namePrefix": parameters.pop("name"), **parameters, **options},
    )


def _box_classes(part: str, *, wrong: bool) -> str:
    width = {"day": "3", "month": "5", "year": "4"}[part]
    return f"govuk-input--width-{width}" + (" govuk-input--error" if wrong else "")


def _radios(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    return _choices(env, "radios", bound, options)


def _checkboxes(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    return _choices(env, "checkboxes", bound, options)


def _choices(env: jinja2.Environment, component: str, bound: BoundField, options: dict[str, Any]) -> Markup:
    legend = _label(bound, options, "fieldset__legend")
    parameters = _common(bound, options)
    parameters["idPrefix"] = parameters.pop("id")
    parameters["items"] = choices.items(bound, options)
    looks = [f"govuk-{component}--{look}" for look in ("inline", "small") if options.pop(look, False)]
    parameters["classes"] = " ".join([*looks, options.pop("classes", "")]).strip()
    return _macro(env, component, {"fieldset": {"legend": legend}, **parameters, **options})


def _checkbox(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    """One box to tick: its label is the field's, so there is no legend."""
    label = str(options.pop("label", bound.label))
    parameters = _common(bound, options)
    parameters["idPrefix"] = parameters.pop("id")
    item = {"value": "on", "text": label, "checked": bool(bound.value())}
    return _macro(env, "checkboxes", {**parameters, "items": [item], **options})


def _select(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    label = _label(bound, options, "label")
    parameters = {"label": label, **_common(bound, options), "items": choices.options(bound)}
    return _macro(env, "select", {**parameters, **options})


def _file(env: jinja2.Environment, bound: BoundField, options: dict[str, Any]) -> Markup:
    label = _label(bound, options, "label")
    parameters = {"label": label, **_common(bound, options)}
    parameters["multiple"] = bool(getattr(bound.field.widget, "allow_multiple_selected", False))
    return _macro(env, "file-upload", {**parameters, **options})


# In this order: Django's own classes inherit from each other.
COMPONENTS: list[tuple[type[forms.Widget], Callable[..., Markup]]] = [
    (DateParts, _date),
    (forms.PasswordInput, _password),
    (forms.Textarea, _textarea),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.SelectMultiple, _checkboxes),
    (forms.Select, _select),
    (forms.CheckboxInput, _checkbox),
    (forms.FileInput, _file),
    (forms.widgets.Input, _text),
]


def _typed(bound: BoundField) -> Any:
    return bound.field.widget.format_value(bound.value())


def _macro(env: jinja2.Environment, component: str, parameters: dict[str, Any]) -> Markup:
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    module = env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module
    return Markup(getattr(module, name)(parameters))  # noqa: S704 # the macro escapes

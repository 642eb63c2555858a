"""A Django form field, drawn by `field`, is the HTML that govuk-frontend publishes for such a field.

Each published example that a form can say (a name, a label, a hint, an error, a value, choices) is rebuilt as a
Django form; what is only a matter of looks is handed through as an option.
"""

import pytest
from django import forms
from django.template import engines

from tests.rooms.components.same_html import as_read
from tests.rooms.components.test_fixtures import FIXTURES

# What a form says itself; everything else of an example is handed to `field`.
SAID_BY_FORM = ("name", "label", "hint", "errorMessage", "value", "values", "items", "maxlength")
# Examples that no Django form says, and why.
UNSAYABLE = {
    ("password-input", "value"): "we never send a password back",
    ("select", "with falsy values"): "Django's choices have no false or null",
    ("select", "item selected overrides value"): "a form has one value",
    ("radios", "item checked overrides value"): "a form has one value",
    ("checkboxes", "item checked overrides values"): "a form has one value",
    ("character-count", "when neither maxlength nor maxwords are set"): "then it is a textarea",
    (
        "character-count",
        "when neither maxlength/maxwords nor textarea description are set",
    ): "then it is a textarea",
    ("character-count", "to configure in JavaScript"): "then it is a textarea",
    ("character-count", "with word count"): "Django counts characters",
    ("character-count", "with default value exceeding limit"): "the form's own message on length comes first",
}


def plain(part):
    """Whether a label, hint or error is text alone."""
    return not part or set(part) == {"text"}


def sayable(component, options):
    named = options.get("name")
    texts = all(plain(options.get(key)) for key in ("hint", "errorMessage", "label"))
    choices = options.get("items") or []
    plain_choices = all(item and set(item) <= {"value", "text", "checked", "selected"} for item in choices)
    whole_choices = all(item and "value" in item and item.get("text") for item in choices)
    return bool(named) and texts and plain_choices and whole_choices


def django_field(component, options):
    """The Django field for an example of that component, and what the reader entered or left."""
    label = (options.get("label") or {}).get("text", "")
    common = {"label": label, "help_text": (options.get("hint") or {}).get("text", ""), "required": False}
    pairs = [(item["value"], item["text"]) for item in options.get("items") or []]
    chosen = [i["value"] for i in options.get("items") or [] if i.get("checked") or i.get("selected")]
    one = str(options.get("value", (chosen or [""])[0]))
    return {
        "input": lambda: (forms.CharField(**common), one),
        "textarea": lambda: (forms.CharField(widget=forms.Textarea, **common), one),
        "character-count": lambda: (
            forms.CharField(widget=forms.Textarea, max_length=options.get("maxlength"), **common),
            one,
        ),
        "password-input": lambda: (forms.CharField(widget=forms.PasswordInput, **common), ""),
        "file-upload": lambda: (forms.FileField(**common), None),
        "select": lambda: (forms.ChoiceField(choices=pairs, **common), one),
        "radios": lambda: (forms.ChoiceField(choices=pairs, widget=forms.RadioSelect, **common), one),
        "checkboxes": lambda: (
            forms.MultipleChoiceField(choices=pairs, widget=forms.CheckboxSelectMultiple, **common),
            options.get("values") or chosen,
        ),
    }[component]()


def drawn(component, options):
    name = options.get("name")
    made, value = django_field(component, options)
    form = forms.Form({name: value} if value else {}, auto_id="%s")
    form.fields[name] = made
    if options.get("errorMessage"):
        form.full_clean()
        form.add_error(name, options["errorMessage"]["text"])
    # A form always has a legend, and counts from three quarters on; an example may have neither.
    bare = {"character-count": {"threshold": None}, "input": {}, "textarea": {}, "select": {}}
    looks = {**bare.get(component, {"fieldset": None}), **options}
    looks = {key: value for key, value in looks.items() if key not in SAID_BY_FORM}
    return engines["jinja2"].env.globals["field"](engines["jinja2"].env, form[name], **looks)


CASES = [
    (component, example)
    for component in (
        "input",
        "textarea",
        "character-count",
        "password-input",
        "file-upload",
        "select",
        "radios",
        "checkboxes",
    )
    for example in FIXTURES[component]
    if (component, example["name"]) not in UNSAYABLE and sayable(component, example["options"])
]


def test_many_examples_can_be_said():
    assert len(CASES) > 150
    assert {component for component, _ in CASES} >= {"input", "textarea", "select", "radios", "checkboxes"}


@pytest.mark.parametrize(("component", "example"), CASES, ids=[f"{c}: {e['name']}" for c, e in CASES])
def test_field_gives_upstreams_html(component, example):
    assert as_read(drawn(component, example["options"])) == as_read(example["html"])

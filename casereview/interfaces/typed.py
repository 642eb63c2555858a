"""Forms that are shown again with what was typed, and without being told that something is wrong."""

from typing import TypeVar

from django.forms import BaseForm
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

F = TypeVar("F", bound=BaseForm)


def shown_again(form: F, data: "QueryDict | MultiValueDict[str, str]") -> F:
    """The same unbound form, its boxes filled with what was posted."""
    for name, box in form.fields.items():
        form.initial[name] = box.widget.value_from_datadict(data, MultiValueDict(), form.add_prefix(name))
    return form

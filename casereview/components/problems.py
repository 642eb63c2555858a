"""What is wrong with a form, in plain English, and where on the page it is."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm, BaseFormSet, BoundField
from django.utils.translation import gettext as _

from casereview.components.forms import PARTS, DateParts


def lines(*sources: "BaseForm | BaseFormSet[BaseForm]") -> list[dict[str, str]]:
    """The lines of an error summary: {"text", "href"}, each leading to the first box it is about."""
    found = [line for source in sources for form in _forms(source) for line in _of_form(form)]
    sets = [source for source in sources if isinstance(source, BaseFormSet)]
    return found + [{"text": str(error)} for formset in sets for error in formset.non_form_errors()]


def messages(bound: BoundField) -> list[str]:
    """What is wrong with this field. Django's own messages are replaced by ones that say what to do."""
    return [text for error in bound.errors.as_data() for text in _plain(bound, error)]


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """The boxes of a date that its errors are about; all of them where an error names none."""
    wrong = [part for error in bound.errors.as_data() for part in (error.params or {}).get("parts", PARTS)]
    return tuple(part for part in PARTS if part in wrong)


def _forms(source: "BaseForm | BaseFormSet[BaseForm]") -> Iterator[BaseForm]:
    yield from source.forms if isinstance(source, BaseFormSet) else [source]


def _of_form(form: BaseForm) -> Iterator[dict[str, str]]:
    if not form.is_bound:
        return
    yield from ({"text": str(error)} for error in form.non_field_errors())
    for name in (name for name in form.fields if name in form.errors):
        bound = form[name]
        yield from ({"text": text, "href": f"#{_first_box(bound)}"} for text in messages(bound))


def _first_box(bound: BoundField) -> str:
    if isinstance(bound.field.widget, DateParts):
        return f"{bound.auto_id}-{(wrong_parts(bound) or PARTS)[0]}"
    return bound.auto_id


def _plain(bound: BoundField, error: ValidationError) -> list[str]:
    default = next((words[error.code] for words in _defaults(bound) if error.code in words), None)
    if error.message != default and error.code != "max_length":
        return [str(message) for message in error.messages]
    given = error.params or {}
    plain = {
        "required": _("Answer this question: %(label)s") % {"label": bound.label},
        "invalid_choice": _("Choose one of the answers to this question: %(label)s") % {"label": bound.label},
        "max_length": _("Use %(limit_value)s characters or fewer. You have used %(show_value)s")
        % {"limit_value": given.get("limit_value", ""), "show_value": given.get("show_value", "")},
    }
    return [plain[error.code]] if error.code in plain else [str(message) for message in error.messages]


def _defaults(bound: BoundField) -> Iterator[dict[str | None, Any]]:
    """Django's messages for this kind of field, the most particular class first."""
    for kind in type(bound.field).__mro__:
        yield getattr(kind, "default_error_messages", {})

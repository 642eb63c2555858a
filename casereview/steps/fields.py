"""Form fields that several steps share."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from casereview.components.forms import DateField, DateParts

if TYPE_CHECKING:  # what the stubs call a text that is translated when it is read
    from django.utils.functional import _StrPromise


class DayBoxes(DateParts):
    """Three boxes on a page; or one value, a date or its ISO text, where no page stands between."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The one value if there is one, else what stands in the boxes."""
        return data[name] if data.get(name) else super().value_from_datadict(data, files, name)


class Day(DateField):
    """A London date. `ahead`: it may lie in the future, as a due date does; others are refused there."""

    widget = DayBoxes

    def __init__(self, *, ahead: bool = False, **kwargs: Any) -> None:
        self.ahead = ahead
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Read three boxes, or ISO text."""
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise ValidationError(_("Enter a date such as 2026-12-18")) from error
        read: date | None = super().to_python(value)
        return read


def choice(label: "str | _StrPromise", words: Mapping[str, object], **kwargs: Any) -> forms.ChoiceField:
    """Radio buttons over a vocabulary of `wording.casework`."""
    return forms.ChoiceField(label=label, choices=_choices(words), widget=forms.RadioSelect, **kwargs)


def several(
    label: "str | _StrPromise", words: Mapping[str, object], **kwargs: Any
) -> forms.MultipleChoiceField:
    """Checkboxes, of which none need be ticked unless `required`."""
    return forms.MultipleChoiceField(
        label=label,
        choices=_choices(words),
        widget=forms.CheckboxSelectMultiple,
        **{"required": False, **kwargs},
    )


def _choices(words: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(code, capfirst(word)) for code, word in words.items()]  # some stand inside sentences elsewhere


def text(label: "str | _StrPromise", **kwargs: Any) -> forms.CharField:
    """A few lines of words; bounded far above what anybody writes."""
    return forms.CharField(label=label, widget=forms.Textarea, max_length=20_000, **kwargs)


def one_line(label: "str | _StrPromise", **kwargs: Any) -> forms.CharField:
    """One line of words."""
    return forms.CharField(label=label, max_length=200, **kwargs)


def listed(data: Any, name: str) -> list[Any]:
    """All values posted under a name, whether by a page or by a dict."""
    if isinstance(data, MultiValueDict):
        return data.getlist(name)
    found = data.get(name) or []
    return list(found) if isinstance(found, list | tuple) else [found]

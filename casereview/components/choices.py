"""The choices of a Django form field as the items that GOV.UK components take."""

from collections.abc import Iterator
from typing import Any

from django.forms import BoundField


def items(bound: BoundField, options: dict[str, Any]) -> list[dict[str, Any]]:
    """Items for radios or checkboxes; takes `hints`, `conditionals`, `dividers`, `exclusive` off `options`.

    A choice without a value ("---------") is left out: nothing chosen is shown by nothing chosen.
    """
    hints, shown = options.pop("hints", {}), options.pop("conditionals", {})
    dividers, exclusive = options.pop("dividers", {}), options.pop("exclusive", None)
    chosen = _chosen(bound)
    made: list[dict[str, Any]] = []
    for value, text in _pairs(bound):
        if value == "":
            continue
        if value in dividers:
            made.append({"divider": str(dividers[value])})
        item: dict[str, Any] = {"value": value, "text": text, "checked": value in chosen}
        if value in hints:
            item["hint"] = {"text": str(hints[value])}
        if value in shown:
            item["conditional"] = {"html": shown[value]}
        if value == exclusive:
            item["behaviour"] = "exclusive"
        made.append(item)
    return made


def options(bound: BoundField) -> list[dict[str, Any]]:
    """Items for a select, the empty choice included."""
    chosen = _chosen(bound)
    return [{"value": value, "text": text, "selected": value in chosen} for value, text in _pairs(bound)]


def _pairs(bound: BoundField) -> Iterator[tuple[str, str]]:
    """Value and label of every choice; groups are laid flat, as the components have none."""
    for value, label in bound.field.widget.choices:
        if isinstance(label, list | tuple):
            yield from ((str(v), str(text)) for v, text in label)
        else:
            yield "" if value is None else str(value), str(label)


def _chosen(bound: BoundField) -> list[str]:
    return [str(value) for value in bound.field.widget.format_value(bound.value())]

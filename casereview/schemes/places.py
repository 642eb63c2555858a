"""Where two schemes differ, and a scheme with one of its values exchanged for another's.

A place is the way to a value through the model, such as ("clocks", "review", "length", "amount"). What has a name
or code of its own (routes, clocks, bodies, findings, …) is found by it, so that another order is no difference.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import Any

Place = tuple[str, ...]

# No rules: where something stands, which file it is, and what `area`, `readings` and `hate` say already.
NO_RULES = frozenset({"source", "sources", "digest", "text", "code", "area", "stated", "hate_motivations"})
# What the model calls otherwise than the file; a minimum is made of three lines of it.
IN_FILE = {
    "routes": ("route",),
    "clocks": ("clock",),
    "bodies": ("body",),
    "exclusions": ("exclusion",),
    "questions": ("question",),
    "window": ("within",),
    "minimums": ("counts", "at_least", "also"),
    "language": ("languages",),
}
AT_THE_TOP = {("starts",): "from", ("channels",): "apply.channels"}


def differing(one: object, other: object, at: Place = ()) -> Iterator[Place]:
    """The places whose values differ, as deep as there is the same kind of thing on both sides."""
    if one == other:
        return
    mine, theirs = _parts(one), _parts(other)
    if mine is None or theirs is None or type(one) is not type(other):
        yield at
        return
    for name in dict.fromkeys((*mine, *theirs)):
        yield from differing(mine.get(name), theirs.get(name), (*at, name))


def value_at(value: Any, place: Place) -> Any:
    """The value there; None where there is none."""
    for name in place:
        value = (_parts(value) or {}).get(name)
    return value


def exchanged(value: Any, place: Place, new: Any) -> Any:
    """`value` with `new` at that place; None takes what stands there out of its list."""
    if not place:
        return new
    name, rest = place[0], place[1:]
    parts = _parts(value) or {}
    inner = exchanged(parts.get(name), rest, new)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: inner})
    kept = {key: each for key, each in {**parts, name: inner}.items() if each is not None}
    return kept if isinstance(value, dict) else tuple(kept.values())


def in_file(place: Place) -> list[str]:
    """What the file calls this place, as `Reading.path` does: "route.hate.within.of"; a minimum has several."""
    if place in AT_THE_TOP:
        return [AT_THE_TOP[place]]
    return [".".join(names) for names in product(*(IN_FILE.get(name, (name,)) for name in place))]


def is_written(text: str, place: Place) -> bool:
    """Whether a scheme's file has a line for it: "false" or "anyone" in the model may be the page's word or silence."""
    return any(_written(tomllib.loads(text), label.split(".")) for label in in_file(place))


def _written(value: object, names: list[str]) -> bool:
    for name in names:
        value = value["value"] if isinstance(value, dict) and "value" in value else value
        if isinstance(value, list):
            called = (each for each in value if isinstance(each, dict))
            value = next((each for each in called if name in (each.get("name"), each.get("code"))), None)
        else:
            value = value.get(name) if isinstance(value, dict) else None
    return value is not None


def _parts(value: object) -> dict[str, Any] | None:
    """What `value` is made of, by name; None where it is one thing."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in fields(value) if each.name not in NO_RULES}
    if isinstance(value, dict):
        return value
    if isinstance(value, tuple):
        named = {_name(item): item for item in value}
        if None not in named and len(named) == len(value):
            return named  # type: ignore[return-value]  # no None among its keys
    return None


def _name(item: object) -> str | None:
    return next((getattr(item, key) for key in ("code", "path", "name") if hasattr(item, key)), None)

"""The words that the scheme language allows at one place, taken from its own definition."""

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def literal(kind: type, name: str) -> tuple[str, ...]:
    """Every word that the field `name` of `kind` may hold: `literal(Window, "of")` is ("incident", "report")."""
    return _words(get_type_hints(kind)[name])


def _words(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return tuple(word for word in get_args(hint) if isinstance(word, str))
    if get_origin(hint) in (Union, UnionType, tuple):
        return tuple(word for inner in get_args(hint) for word in _words(inner))
    return ()

"""What a reader asks for under one key of a block: what may stand there, and whether something must."""

import datetime
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",
    "words",  # an area's own, in each language of its page
    "number",
    "truth",
    "date",
    "word",  # one of the known ones
    "list of words",
    "list of texts",
    "list of numbers",
    "list of dates",
    "event",  # one or several
    "one event",
    "event or unstated",
    "length",
    "length or meeting",
    "unit",  # of the one length that stands in the block itself
    "no unit",  # which would be one, but not here
    "block",
    "blocks",
]


PLAIN: dict[type, Kind] = {
    str: "text",
    int: "number",
    bool: "truth",
    datetime.date: "date",
    dict: "block",
    list: "list of words",
}
LISTS: dict[type, Kind] = {
    str: "list of texts",
    int: "list of numbers",
    datetime.date: "list of dates",
    dict: "blocks",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """`known`: the only words, or units, that may stand there; where `own` is true, an area's own too, under [words].

    `least` and `most` are a number's.
    """

    kind: Kind
    required: bool = False
    known: tuple[str, ...] = ()
    own: bool = False
    least: int = 0
    most: int = 0

"""Answers as the text of a scheme's file: each block with a comment above it, each silence of the page said."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from casereview.interfaces.command.interview.form import Chosen, Filled, Table
from casereview.interfaces.command.interview.kinds import Own
from casereview.schemes.statute import AS_WRITTEN
from casereview.wording.dates import short_date

WIDTH = 118
PAGE = ("title", "page", "read_on")  # the answers that make up where the file comes from
LAW = f"""\
{AS_WRITTEN}
[clock.own_information]
starts = "own_information_asked"
stops = "own_information_given"
length = {{ months = 1 }}
survives_close = true
source = "UK General Data Protection Regulation, Article 12(3)"
"""


def file_text(area: str, filled: Sequence[Filled], today: date) -> str:
    """The whole file. The first of `filled` is about the page; `today` is when it is written."""
    about, *blocks = filled
    silent = [
        key for key in about.silent if key not in (*PAGE, "from")
    ]  # those are no keys, or say so themselves
    parts = [
        _comment(_beginning() % {"area": area}) + "\n",
        top_text(area, about, today),
        *_silences(replace(about, silent=silent)),
    ]
    for title, group in groupby(blocks, lambda block: str(block.part.heading)):
        alike = sorted(group, key=lambda block: block.part.inner)
        parts += ["", _comment(f"{title}."), *map(block_text, filter(_answered, alike))]
        for denied, said in (
            (False, _("Left out, because the page does not say: %(blocks)s.")),
            (True, _("Left out, because the page says that there is none: %(blocks)s.")),
        ):
            names = [
                f"[{block.left_out}]" for block in alike if not _answered(block) and block.denied == denied
            ]
            if names:
                parts.append(
                    ("\n" if any(map(_answered, alike)) else "")
                    + _comment(said % {"blocks": ", ".join(names)})
                )
    parts += ["", _comment(_("What the law says, whatever the page does.")), "", LAW.rstrip()]
    words = words_text(own_words(filled))
    if words:
        parts += [
            "",
            _comment(_("The page’s own words for what the scheme language has no name for.")),
            "",
            words,
        ]
    return "\n".join(parts) + "\n"


def heading(about: Filled) -> str:
    """What a block names as its source where the page has no heading for it: the page's own heading or address."""
    table = about.table or {}
    return str(table.get("title") or table.get("page") or "")


def block_text(block: Filled) -> str:
    """One block that was answered."""
    table = block.table or {}
    ordered = dict.fromkeys((*block.part.order, *table))
    table = {key: table[key] for key in ordered if key in table and key != block.part.named_by}
    header = f"[[{block.path}]]" if block.part.repeated and not block.part.named_by else f"[{block.path}]"
    return "\n".join(["", header, _keys(table), *_silences(block)])


def own_words(filled: Sequence[Filled]) -> dict[str, str]:
    """The words of every code that is the area's own."""
    found: dict[str, str] = {}
    waiting: list[Any] = [block.table for block in filled]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Own):
            found[value.code] = value.words
        elif isinstance(value, Chosen):
            waiting.append(value.value)
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value
    return dict(sorted(found.items()))


def words_text(words: dict[str, str]) -> str:
    """The block [words]; "" for none."""
    return "[words]\n" + _keys(words) if words else ""


def _answered(block: Filled) -> bool:
    return block.table is not None


def top_text(area: str, about: Filled, today: date) -> str:
    """The lines that every file begins with; `today` is written where the page names no first day."""
    said = dict(about.table or {})
    page = [str(said.pop(key)) for key in PAGE[:2] if key in said]
    read_on = said.pop(PAGE[2], None)
    source = ", ".join(page) or _("a page that whoever wrote this did not name")
    if read_on:
        source = _("%(page)s, as read on %(day)s") % {"page": source, "day": short_date(read_on)}
    unsaid = Chosen(
        today, _("The page does not say from when. This is the day on which this file was written.")
    )
    return _keys({"area": area, "from": said.pop("from", unsaid), **said, "source": source})


def _beginning() -> str:
    return _(
        "The rules of the ASB case review in %(area)s, as its public page states them. A source is the heading on"
        " that page, unless it names a law. A value that the page does not state and that somebody had to choose"
        " is marked as not stated, with the reason. What the page leaves open is left out, and a comment says so."
    )


def _silences(block: Filled) -> list[str]:
    if not block.silent:
        return []
    return [_comment(_("The page does not say: %(keys)s.") % {"keys": ", ".join(block.silent)})]


def _comment(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _keys(table: Table) -> str:
    return "\n".join(_line(f"{key} = ", value) for key, value in table.items())


def _line(key: str, value: Any) -> str:
    """A key and its value; a list that is too long for one line has a line for each item."""
    line = key + _value(value)
    if len(line) <= WIDTH or not isinstance(value, list):
        return line
    return "\n".join([f"{key}[", *(f"    {_value(item)}," for item in value), "]"])


def _value(value: Any) -> str:
    match value:
        case Chosen():
            text = f"{{ value = {_value(value.value)}, stated = false, why = {_value(value.why)} }}"
        case Own():
            text = _value(value.code)
        case str():
            text = json.dumps(value, ensure_ascii=False)
        case bool():
            text = str(value).lower()
        case date():
            text = value.isoformat()
        case dict():
            text = "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
        case list():
            text = "[" + ", ".join(map(_value, value)) + "]"
        case _:
            text = str(value)
    return text

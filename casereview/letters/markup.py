"""Markdown as letters use it. What people wrote is text in it, never markup and never a link."""

import re
from collections.abc import Callable
from typing import Any

import mistune
from mistune.core import BaseRenderer, BlockState

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# "example.org", "me@example.org" and "https://example.org" would be made links of by mail programs and telephones;
# an invisible joiner after the sign keeps them words.
LINK_LIKE = re.compile(r"(?<=\w)(@|\.(?=[^\W\d_])|:(?=//))")
JOINER = "\u2060"


class Prose(str):
    """Markdown of ours: everything else that is put into a letter is escaped first."""

    __slots__ = ()


def escape(value: object) -> Prose:
    """Text as Markdown that shows exactly that text, on one line; a value that is Prose already is left alone."""
    if isinstance(value, Prose):
        return value
    return _escaped_line(" ".join(str(value).split()))


def ours(text: str) -> Prose:
    """Text of the service itself, such as its own address, which a mail program may well make a link of."""
    return Prose(PUNCTUATION.sub(r"\\\1", text))


def paragraphs(text: str) -> Prose:
    """Somebody's words, each of their paragraphs one of its own."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return Prose("\n\n".join(_escaped_line(line) for line in lines if line))


def _escaped_line(line: str) -> Prose:
    return ours(LINK_LIKE.sub(rf"\1{JOINER}", line))


def to_html(prose: str) -> str:
    """A letter as an HTML fragment; HTML inside it is shown, not obeyed."""
    return str(mistune.create_markdown(escape=True, plugins=["table"])(prose))


def to_plain(prose: str) -> str:
    """A letter as plain text for an e-mail."""
    return str(mistune.create_markdown(renderer=_Plain())(prose)).strip() + "\n"


class _Plain(BaseRenderer):
    """Writes Markdown's tree as plain text: headings underlined, list entries with a dash."""

    NAME = "plain"

    def render_token(self, token: dict[str, Any], state: BlockState) -> str:
        """Write one token with everything inside it."""
        children = token.get("children")
        inside: str = self.render_tokens(children, state) if children else token.get("raw", "")
        written: str = _PLAIN.get(token["type"], _inline)(inside)
        return written


def _inline(inside: str) -> str:
    return inside


def _block(inside: str) -> str:
    return f"{inside.strip()}\n\n"


def _heading(inside: str) -> str:
    return f"{inside}\n{'-' * len(inside)}\n\n"


def _entry(inside: str) -> str:
    return "- " + inside.strip().replace("\n", "\n  ") + "\n"


_PLAIN: dict[str, Callable[[str], str]] = {
    "paragraph": _block,
    "heading": _heading,
    "list": lambda inside: inside + "\n",
    "list_item": _entry,
    "block_text": lambda inside: inside + "\n",
    "softbreak": lambda _inside: "\n",
    "linebreak": lambda _inside: "\n",
    "blank_line": lambda _inside: "",
}
